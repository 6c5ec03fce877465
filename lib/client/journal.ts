import * as v from 'valibot';

/** The part of `localStorage` that a journal needs. */
export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'wrapup:journal:';

const EntrySchema = v.object({
  /** Version of the records that the values are parts of. */
  model: v.literal(1),
  /** The edit's id in the history; edits with the same id are written together. */
  changeId: v.pipe(v.string(), v.uuid()),
  /** The page where it was typed. */
  client: v.string(),
  record: v.picklist(['item', 'wrapUp', 'profile']),
  id: v.string(),
  field: v.string(),
  value: v.optional(v.unknown()),
  /** The value that the edit replaced. */
  base: v.optional(v.unknown()),
  /** When it was typed, ms since 1970. */
  atMs: v.number(),
});

export type JournalEntry = v.InferOutput<typeof EntrySchema>;

/**
 * Text that was typed but not yet acknowledged by the database, in the form that the history uses.
 * `localStorage` is written before the input event's handler returns, so a popup that closes in the
 * middle of a word loses nothing; the database could not guarantee that. Each field of an edit has
 * its own key, so removing one touches no other.
 */
export class Journal {
  readonly #storage: JournalStorage;

  constructor(storage: JournalStorage) {
    this.#storage = storage;
  }

  note(entry: JournalEntry): void {
    try {
      this.#storage.setItem(keyOf(entry), JSON.stringify(entry));
    } catch {
      // The quota is 5 MB; a longer text is still written to the database at the same moment.
    }
  }

  forget(entry: Pick<JournalEntry, 'changeId' | 'field'>): void {
    this.#storage.removeItem(keyOf(entry));
  }

  /** Returns all entries, the oldest first. An unreadable one stays where it is. */
  entries(): JournalEntry[] {
    const keys = Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at));
    return keys
      .flatMap((key) =>
        key?.startsWith(prefix) ? (parseEntry(this.#storage.getItem(key)) ?? []) : [],
      )
      .sort((a, b) => a.atMs - b.atMs);
  }
}

function keyOf({ changeId, field }: Pick<JournalEntry, 'changeId' | 'field'>): string {
  return `${prefix}${changeId}/${field}`;
}

function parseEntry(text: string | null): JournalEntry | undefined {
  try {
    const parsed = v.safeParse(EntrySchema, JSON.parse(text ?? ''));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // It is no JSON, so it is not ours.
    return undefined;
  }
}
