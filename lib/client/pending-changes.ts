import type { Changes } from './record-writer.ts';

interface PendingField {
  value: unknown;
  /** When the write was acknowledged, ms; undefined while it is pending. */
  savedAtMs?: number;
  /** The record's `updatedAt` as our write left it; '' if records have none. */
  updatedAt?: string;
}

/**
 * A live query may return what it read before our last write. Our value replaces it until a result
 * is as new as our write, or agrees with it; for records without a timestamp, no longer than this.
 */
export const graceMs = 2_000;
/** For records with a timestamp: longer than a busy machine takes to read a list again. */
const patienceMs = 15_000;

/** Values that this page has written and that the live lists may not show yet. */
export class PendingChanges {
  readonly #fields = new Map<string, Map<string, PendingField>>();
  readonly #listeners = new Set<() => void>();

  /** Calls back when something was added. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many records have something pending. */
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
   * Called when the write of these values is durable; what another page wrote meanwhile was merged
   * with them.
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

  /** Another value must be shown as soon as it is read, because a step was undone. */
  drop(id: string, field: string): void {
    const fields = this.#fields.get(id);
    fields?.delete(field);
    if (fields?.size === 0) this.#fields.delete(id);
  }

  /**
   * Forgets what was written long enough ago; otherwise records that no list shows would stay
   * forever.
   */
  forgetOld(nowMs: number): void {
    for (const [id, fields] of this.#fields) {
      for (const [field, pending] of fields) {
        if (isOld(pending, nowMs)) this.drop(id, field);
      }
    }
  }

  /**
   * Returns `record` with what is pending; the same object if nothing is. Several lists call this,
   * and one may have read our write while another has not, so a value that the first no longer
   * needs still applies to the second.
   */
  over<T extends { id: string }>(record: T, nowMs: number): T {
    const fields = this.#fields.get(record.id);
    if (!fields) return record;
    const changes: Changes = {};
    for (const [field, pending] of fields) {
      if (!isOver(pending, record, field, nowMs)) changes[field] = pending.value;
      // Without a timestamp it is impossible to tell later whether such a record is older, or was
      // changed elsewhere since.
      else if (pending.updatedAt === '') this.drop(record.id, field);
    }
    return Object.keys(changes).length > 0 ? { ...record, ...changes } : record;
  }

  /** Notifies the listeners. */
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

/** True if the value that a list shows already contains our write. */
function isOver(pending: PendingField, record: object, field: string, nowMs: number): boolean {
  const { value, savedAtMs, updatedAt = '' } = pending;
  if (savedAtMs === undefined) return false;
  // An earlier write may have the same timestamp; then the value decides.
  if (updatedAt !== '' && updatedAtOf(record) > updatedAt) return true;
  const stored = (record as Changes)[field];
  return JSON.stringify(stored) === JSON.stringify(value) || isOld(pending, nowMs);
}
