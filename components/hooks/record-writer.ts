import type { Failure } from '../../lib/core/errors.ts';
import type { Result } from '../../lib/core/result.ts';
import type { Journal } from './journal.ts';

export type RecordKind = 'item' | 'wrapUp' | 'profile';
export type Changes = Record<string, unknown>;

/** Writes some fields of one record; resolves once they are durable. */
export type SaveRecord = (
  record: RecordKind,
  id: string,
  changes: Changes,
) => Promise<Result<unknown, Failure>>;

export type SaveState =
  | { state: 'saved' }
  | { state: 'saving' }
  | { state: 'failed'; failure: Failure };

interface Waiting {
  changes: Changes;
  /** Resolved by the write that takes these changes along. */
  settle: ((saved: boolean) => void)[];
}

/**
 * Takes every keystroke: notes it in the journal, writes it through at once, and while a write of
 * the same record is on its way, keeps the newest values for the next one.
 */
export class RecordWriter {
  readonly #save: SaveRecord;
  readonly #journal: Journal;
  readonly #nowMs: () => number;
  readonly #running = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #failed = new Map<string, { record: RecordKind; id: string; changes: Changes }>();
  readonly #listeners = new Set<(state: SaveState) => void>();
  #state: SaveState = { state: 'saved' };

  constructor(save: SaveRecord, journal: Journal, nowMs: () => number) {
    this.#save = save;
    this.#journal = journal;
    this.#nowMs = nowMs;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Calls back with every change of the state. */
  listen(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves to whether the changes are durable; never rejects. */
  write(record: RecordKind, id: string, changes: Changes): Promise<boolean> {
    const atMs = this.#nowMs();
    for (const [field, value] of Object.entries(changes)) {
      this.#journal.note({ record, id, field, value, atMs });
    }
    return this.#enqueue(record, id, changes);
  }

  /** Tries again what failed. */
  retry(): void {
    for (const { record, id, changes } of [...this.#failed.values()]) {
      void this.#enqueue(record, id, changes);
    }
  }

  /** Writes what an earlier page could not; entries `isStale` says no to are dropped. */
  async replay(isStale: (entry: { record: string; id: string; atMs: number }) => Promise<boolean>) {
    for (const entry of this.#journal.entries()) {
      if (await isStale(entry)) this.#journal.forget(entry);
      else {
        const changes = { [entry.field]: entry.value };
        await this.#enqueue(entry.record as RecordKind, entry.id, changes);
      }
    }
  }

  #enqueue(record: RecordKind, id: string, changes: Changes): Promise<boolean> {
    const key = `${record}/${id}`;
    const waiting = this.#waiting.get(key) ?? { changes: {}, settle: [] };
    Object.assign(waiting.changes, changes);
    this.#waiting.set(key, waiting);
    const saved = new Promise<boolean>((resolve) => {
      waiting.settle.push(resolve);
    });
    this.#publish({ state: 'saving' });
    if (!this.#running.has(key)) void this.#drain(key, record, id);
    return saved;
  }

  async #drain(key: string, record: RecordKind, id: string): Promise<void> {
    this.#running.add(key);
    for (let next = this.#take(key); next; next = this.#take(key)) {
      const failed = this.#failed.get(key);
      const changes = { ...failed?.changes, ...next.changes };
      const result = await this.#attempt(record, id, changes);
      if (result.ok) {
        this.#failed.delete(key);
        this.#forget(key, record, id, changes);
      } else if (isGone(result.error)) {
        this.#failed.delete(key);
        this.#forget(key, record, id, changes);
        this.#publish({ state: 'failed', failure: result.error });
      } else {
        this.#failed.set(key, { record, id, changes });
        this.#publish({ state: 'failed', failure: result.error });
      }
      for (const settle of next.settle) settle(result.ok);
    }
    this.#running.delete(key);
    if (this.#running.size === 0 && this.#failed.size === 0) this.#publish({ state: 'saved' });
  }

  #take(key: string): Waiting | undefined {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    return waiting;
  }

  async #attempt(record: RecordKind, id: string, changes: Changes) {
    try {
      return await this.#save(record, id, changes);
    } catch (cause) {
      const code = (cause as { code?: unknown })?.code;
      const known = code === 'storage-full' ? code : 'storage-failed';
      return { ok: false as const, error: { code: known, detail: String(cause) } as Failure };
    }
  }

  /** A field that was typed on meanwhile keeps its entry until its own write is acknowledged. */
  #forget(key: string, record: RecordKind, id: string, changes: Changes): void {
    const newer = this.#waiting.get(key)?.changes ?? {};
    for (const field of Object.keys(changes)) {
      if (!(field in newer)) this.#journal.forget({ record, id, field });
    }
  }

  #publish(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** Nothing is left to write to: trying again would fail for ever. */
function isGone({ code }: Failure): boolean {
  return code === 'clip-gone' || code === 'wrap-up-gone';
}
