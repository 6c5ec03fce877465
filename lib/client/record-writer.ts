import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { isSameValue } from '../core/merge/merge-value.ts';
import type { ChangeKind, ChangeOrigin, Clash, RecordKind } from '../core/post/change.ts';
import type { Journal, JournalEntry } from './journal.ts';

export type Changes = Record<string, unknown>;

/** What is typed into some fields of one record, and what it replaced. */
export interface Edit {
  changes: Changes;
  base: Changes;
  kind?: ChangeKind | undefined;
}

/** The outcome of an edit. */
export interface Saved {
  /** The record as it is stored now. */
  record: object;
  clashes: readonly Clash[];
  /** Id of the step, if it changed something. */
  changeId?: string | undefined;
}

/** Writes an edit of one record; resolves once it is durable. */
export type SaveRecord = (
  record: RecordKind,
  id: string,
  edit: Edit,
  origin: ChangeOrigin,
) => Promise<Result<Saved, Failure>>;

export type SaveState =
  | { state: 'saved' }
  | { state: 'saving' }
  | { state: 'failed'; failure: Failure };

/** An edit that is not durable yet. */
interface Batch extends Edit {
  changeId: string;
  /** Resolved by the write that includes it. */
  settle: ((saved: Saved | undefined) => void)[];
}

/** The pending edits of one record, in the order of typing. */
interface Queue {
  record: RecordKind;
  id: string;
  batches: Batch[];
  running: boolean;
  /** A retry was requested while a write was running. */
  again?: boolean | undefined;
  failure?: Failure | undefined;
}

interface Deps {
  save: SaveRecord;
  journal: Journal;
  /** Ms since 1970. */
  nowMs(): number;
  /** This page's id in the history. */
  client: string;
  newId(): string;
  /** Keeps words that have no record left, for the user to copy; false if that fails. */
  keepWords(words: string, failure: Failure): Promise<boolean>;
}

/**
 * Takes every keystroke: records it in the journal and writes it at once. While a write of the same
 * record is running, it keeps the newest values for the next one.
 */
export class RecordWriter {
  readonly #deps: Deps;
  readonly #queues = new Map<string, Queue>();
  readonly #listeners = new Set<(state: SaveState) => void>();
  #state: SaveState = { state: 'saved' };

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Calls back with every change of the state. */
  listen(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves to what is stored then, or to undefined if it could not be written; never rejects. */
  write(record: RecordKind, id: string, edit: Edit): Promise<Saved | undefined> {
    const queue = this.#queueOf(record, id);
    const batch = this.#batchFor(queue, edit);
    const { changeId } = batch;
    const atMs = this.#deps.nowMs();
    for (const field of Object.keys(edit.changes)) {
      const [value, base] = [batch.changes[field], batch.base[field]];
      const { client } = this.#deps;
      this.#deps.journal.note({ model: 1, changeId, client, record, id, field, value, base, atMs });
    }
    return this.#enqueue(queue, batch);
  }

  /** Retries what failed. */
  retry(): void {
    for (const queue of [...this.#queues.values()]) {
      if (queue.running) queue.again = true;
      else if (queue.batches.length > 0) void this.#drain(queue);
    }
  }

  /**
   * Writes what earlier pages could not.
   * @param isWritten whether the history contains the edit with this id
   * @param isLive whether the page where it was typed is open, because that page writes its own
   * edits
   */
  async replay(
    isWritten: (changeId: string) => Promise<boolean>,
    isLive: (client: string) => boolean,
  ): Promise<void> {
    const { journal } = this.#deps;
    const edits = Map.groupBy(
      journal.entries().filter(({ client }) => !isLive(client)),
      ({ changeId }) => changeId,
    );
    for (const [changeId, entries] of edits) {
      const [first] = entries;
      if (first === undefined) continue;
      if (await isWritten(changeId)) for (const entry of entries) journal.forget(entry);
      else {
        const queue = this.#queueOf(first.record, first.id);
        const batch: Batch = { changeId, ...editOf(entries), settle: [] };
        queue.batches.push(batch);
        await this.#enqueue(queue, batch);
      }
    }
  }

  #queueOf(record: RecordKind, id: string): Queue {
    const key = `${record}/${id}`;
    const known = this.#queues.get(key);
    if (known) return known;
    const queue: Queue = { record, id, batches: [], running: false };
    this.#queues.set(key, queue);
    return queue;
  }

  /** Returns the last batch that has not begun, if this edit continues it; else a new one. */
  #batchFor(queue: Queue, edit: Edit): Batch {
    const begun = queue.running ? 1 : 0;
    const last = queue.batches.length > begun ? queue.batches.at(-1) : undefined;
    const goesOn =
      last !== undefined &&
      last.kind === edit.kind &&
      Object.entries(edit.base).every(
        ([field, base]) =>
          !Object.hasOwn(last.changes, field) || isSameValue(last.changes[field], base),
      );
    if (goesOn) {
      Object.assign(last.changes, edit.changes);
      last.base = { ...edit.base, ...last.base };
      return last;
    }
    const { changes, base, kind } = edit;
    const changeId = this.#deps.newId();
    const batch: Batch = { changeId, changes: { ...changes }, base: { ...base }, kind, settle: [] };
    queue.batches.push(batch);
    return batch;
  }

  #enqueue(queue: Queue, batch: Batch): Promise<Saved | undefined> {
    const saved = new Promise<Saved | undefined>((resolve) => {
      batch.settle.push(resolve);
    });
    this.#publish({ state: 'saving' });
    void this.#drain(queue);
    return saved;
  }

  async #drain(queue: Queue): Promise<void> {
    if (queue.running) return;
    const { journal, client } = this.#deps;
    for (let next = queue.batches[0]; next; next = queue.batches[0]) {
      queue.running = true;
      const { changeId, changes } = next;
      const result = await this.#attempt(queue, next, { id: changeId, client });
      const isOver = result.ok || isGone(result.error);
      // An edit that is kept nowhere else stays in the journal, for the next page to retry.
      const isSafe = result.ok || (isOver && (await this.#keepWords(next, result.error)));
      queue.running = false;
      queue.failure = result.ok ? undefined : result.error;
      if (isOver) queue.batches.shift();
      if (isSafe) for (const field of Object.keys(changes)) journal.forget({ changeId, field });
      for (const settle of next.settle.splice(0)) settle(result.ok ? result.value : undefined);
      const { again } = queue;
      queue.again = false;
      if (result.ok || again) continue;
      this.#publish({ state: 'failed', failure: result.error });
      // The later edits of this record are based on it.
      if (!isGone(result.error)) return;
    }
    this.#settleState(queue);
  }

  /** Returns what the footer says once a queue is empty; another queue may have failed before. */
  #settleState(done: Queue): void {
    const key = `${done.record}/${done.id}`;
    this.#queues.delete(key);
    const left = [...this.#queues.values()];
    const failure = left.find((queue) => !queue.running && queue.failure)?.failure ?? done.failure;
    if (failure !== undefined) this.#publish({ state: 'failed', failure });
    else if (left.length === 0) this.#publish({ state: 'saved' });
  }

  async #keepWords(edit: Edit, failure: Failure): Promise<boolean> {
    const words = typedWords(edit);
    return words === '' || this.#deps.keepWords(words, failure);
  }

  async #attempt({ record, id }: Queue, { changes, base, kind }: Batch, origin: ChangeOrigin) {
    try {
      return await this.#deps.save(record, id, { changes, base, kind }, origin);
    } catch (cause) {
      const code = (cause as { code?: unknown })?.code;
      const known = code === 'storage-full' ? code : 'storage-failed';
      return { ok: false as const, error: { code: known, detail: String(cause) } as Failure };
    }
  }

  #publish(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

function editOf(entries: readonly JournalEntry[]): Edit {
  return {
    changes: Object.fromEntries(entries.map(({ field, value }) => [field, value])),
    base: Object.fromEntries(entries.map(({ field, base }) => [field, base])),
  };
}

/** Returns the words typed in an edit, without what was there before. */
function typedWords({ changes, base }: Edit): string {
  return Object.entries(changes)
    .filter(([field, value]) => !/(?:At|Id)$/.test(field) && value !== base[field])
    .flatMap(([, value]) => (typeof value === 'string' ? value.trim() : []))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** True if the record is gone: retrying would fail forever. */
function isGone({ code }: Failure): boolean {
  return code === 'clip-gone' || code === 'wrap-up-gone';
}
