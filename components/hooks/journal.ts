import * as v from 'valibot';

/** The part of `localStorage` that a journal needs. */
export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'wrapup:journal:';

const EntrySchema = v.object({
  record: v.string(),
  id: v.string(),
  field: v.string(),
  value: v.unknown(),
  /** When it was typed, ms since 1970. */
  atMs: v.number(),
});

export type JournalEntry = v.InferOutput<typeof EntrySchema>;

/**
 * What was typed and is not yet acknowledged by the database. `localStorage` is written before the
 * input event's handler returns, so that a popup closed in the middle of a word loses nothing; the
 * database could not promise that. One key a field: removing one touches no other.
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
      // The quota is 5 MB: a text beyond it still has the database, written at the same moment.
    }
  }

  forget(entry: Pick<JournalEntry, 'record' | 'id' | 'field'>): void {
    this.#storage.removeItem(keyOf(entry));
  }

  /** All entries, the oldest first; what cannot be read is dropped. */
  entries(): JournalEntry[] {
    const keys = Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at));
    const found: JournalEntry[] = [];
    for (const key of keys) {
      if (!key?.startsWith(prefix)) continue;
      const entry = parseEntry(this.#storage.getItem(key));
      if (entry) found.push(entry);
      else this.#storage.removeItem(key);
    }
    return found.sort((a, b) => a.atMs - b.atMs);
  }
}

function keyOf({ record, id, field }: Pick<JournalEntry, 'record' | 'id' | 'field'>): string {
  return `${prefix}${record}/${id}/${field}`;
}

function parseEntry(text: string | null): JournalEntry | undefined {
  try {
    const parsed = v.safeParse(EntrySchema, JSON.parse(text ?? ''));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
