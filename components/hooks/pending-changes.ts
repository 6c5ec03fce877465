import type { Changes } from './record-writer.ts';

interface PendingField {
  value: unknown;
  /** When the write was acknowledged, ms; undefined while it is on its way. */
  savedAtMs?: number;
}

/**
 * A live query may answer with what it read before our last write. Ours goes over its answer until
 * an answer agrees, or long enough after the write that another page must have changed the field.
 */
const graceMs = 2_000;

/** What this page has written and the live lists may not show yet. */
export class PendingChanges {
  readonly #fields = new Map<string, Map<string, PendingField>>();
  readonly #listeners = new Set<() => void>();

  /** Calls back when something was added. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(id: string, changes: Changes): void {
    const fields = this.#fields.get(id) ?? new Map<string, PendingField>();
    for (const [field, value] of Object.entries(changes)) fields.set(field, { value });
    this.#fields.set(id, fields);
    for (const listener of this.#listeners) listener();
  }

  /** The write of these very values is durable. */
  saved(id: string, changes: Changes, nowMs: number): void {
    const fields = this.#fields.get(id);
    for (const [field, value] of Object.entries(changes)) {
      const pending = fields?.get(field);
      if (pending && pending.value === value) pending.savedAtMs = nowMs;
    }
  }

  /** `record` with what is pending; the same object where nothing is. */
  over<T extends { id: string }>(record: T, nowMs: number): T {
    const fields = this.#fields.get(record.id);
    if (!fields) return record;
    const changes: Changes = {};
    for (const [field, { value, savedAtMs }] of fields) {
      const stored = (record as Record<string, unknown>)[field];
      const agreed = savedAtMs !== undefined && JSON.stringify(stored) === JSON.stringify(value);
      const outlived = savedAtMs !== undefined && nowMs - savedAtMs > graceMs;
      if (agreed || outlived) fields.delete(field);
      else changes[field] = value;
    }
    if (fields.size === 0) this.#fields.delete(record.id);
    return Object.keys(changes).length > 0 ? { ...record, ...changes } : record;
  }
}
