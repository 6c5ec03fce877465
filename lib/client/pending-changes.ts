import type { Changes } from './record-writer.ts';

interface PendingField {
  value: unknown;
  /** When the write was acknowledged, ms; undefined while it is on its way. */
  savedAtMs?: number;
  /** The record's `updatedAt` as our write left it; '' if records have none. */
  updatedAt?: string;
}

/**
 * A live query may answer with what it read before our last write. Ours goes over its answer until an
 * answer is as new as our write, or agrees with it; for records that do not say how new they are, no
 * longer than this.
 */
export const graceMs = 2_000;
/** Of records that do say it: longer than a list on a busy machine takes to be read again. */
const patienceMs = 15_000;

/** What this page has written and the live lists may not show yet. */
export class PendingChanges {
  readonly #fields = new Map<string, Map<string, PendingField>>();
  readonly #listeners = new Set<() => void>();

  /** Calls back when something was added. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Records of which something is pending. */
  get size(): number {
    return this.#fields.size;
  }

  ids(): IterableIterator<string> {
    return this.#fields.keys();
  }

  add(id: string, changes: Changes): void {
    const fields = this.#fields.get(id) ?? new Map<string, PendingField>();
    for (const [field, value] of Object.entries(changes)) fields.set(field, { value });
    this.#fields.set(id, fields);
    this.changed();
  }

  /**
   * The write of these values is durable; what another page wrote meanwhile was merged with them.
   * @param stored the record as it is now
   */
  saved(id: string, changes: Changes, stored: object, nowMs: number): void {
    const fields = this.#fields.get(id);
    let merged = false;
    for (const [field, value] of Object.entries(changes)) {
      const pending = fields?.get(field);
      if (!pending || pending.value !== value) continue;
      const now = (stored as Changes)[field];
      merged ||= JSON.stringify(now) !== JSON.stringify(value);
      fields?.set(field, { value: now, savedAtMs: nowMs, updatedAt: updatedAtOf(stored) });
    }
    if (merged) this.changed();
  }

  /** Another value is to be shown as soon as it is read: a step was taken back. */
  drop(id: string, field: string): void {
    const fields = this.#fields.get(id);
    fields?.delete(field);
    if (fields?.size === 0) this.#fields.delete(id);
  }

  /** Forgets what was written long enough ago; records that no list shows would stay for ever. */
  forgetOld(nowMs: number): void {
    for (const [id, fields] of this.#fields) {
      for (const [field, pending] of fields) {
        if (isOld(pending, nowMs)) this.drop(id, field);
      }
    }
  }

  /**
   * `record` with what is pending; the same object where nothing is. Several lists ask, and one may have read
   * our write while another has not: what is over for the first goes on over the record of the second.
   */
  over<T extends { id: string }>(record: T, nowMs: number): T {
    const fields = this.#fields.get(record.id);
    if (!fields) return record;
    const changes: Changes = {};
    for (const [field, pending] of fields) {
      if (!isOver(pending, record, field, nowMs)) changes[field] = pending.value;
      // Of such a record it can't be told later whether it is older, or was changed elsewhere since.
      else if (pending.updatedAt === '') this.drop(record.id, field);
    }
    return Object.keys(changes).length > 0 ? { ...record, ...changes } : record;
  }

  /** Tells those who listen. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const updatedAtOf = (record: object): string => {
  const { updatedAt } = record as { updatedAt?: unknown };
  return typeof updatedAt === 'string' ? updatedAt : '';
};

/** True once the field was written so long ago that every list has read it since. */
function isOld({ savedAtMs, updatedAt }: PendingField, nowMs: number): boolean {
  return savedAtMs !== undefined && nowMs - savedAtMs > (updatedAt ? patienceMs : graceMs);
}

/** True if what a list shows of the field holds our write already. */
function isOver(pending: PendingField, record: object, field: string, nowMs: number): boolean {
  const { value, savedAtMs, updatedAt = '' } = pending;
  if (savedAtMs === undefined) return false;
  // At the same moment there may have been an earlier write, too: there the value tells.
  if (updatedAt !== '' && updatedAtOf(record) > updatedAt) return true;
  const stored = (record as Changes)[field];
  return JSON.stringify(stored) === JSON.stringify(value) || isOld(pending, nowMs);
}
