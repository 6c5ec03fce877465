import type { Item, Part, Section } from '../core/post/item.ts';

/**
 * The items of one place, in their order: the ids of all, and the records that have been read. A list may be
 * far longer than what is shown of it, so nobody who has one goes through all records.
 */
export interface ItemList {
  /** Another array once an item came, went or moved; the same one while only words changed. */
  readonly ids: readonly string[];
  /** Those that hold others: headings, lead-ins and parts. They are few, and always read. */
  readonly outline: ReadonlyMap<string, Section | Part>;
  /** Undefined while the record has not been read. */
  get(id: string): Item | undefined;
  /** Has these read and keeps them, in the place of those it was asked to keep before. */
  keep(ids: readonly string[]): void;
}

export function outlineOf(items: readonly Item[]): ReadonlyMap<string, Section | Part> {
  const held = items.filter((item) => item.kind === 'section' || item.kind === 'part');
  return new Map(held.map((item) => [item.id, item]));
}

/** The list with the records of all its items, where somebody has them: then no row is waited for. */
export function withRecords<T extends ItemList>(list: T, items: readonly Item[] | undefined): T {
  if (!items) return list;
  let known: ReadonlyMap<string, Item> | undefined;
  const find = (id: string) => {
    known ??= new Map(items.map((item) => [item.id, item]));
    return known.get(id);
  };
  return { ...list, get: (id: string) => list.get(id) ?? find(id) };
}
