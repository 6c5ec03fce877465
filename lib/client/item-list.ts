import type { Item, Part, Section } from '../core/post/item.ts';

/**
 * The items of one place, in their order: the ids of all, and the records that have been read. A
 * list may be far longer than the part that is shown, so code with a list never iterates over all
 * records.
 */
export interface ItemList {
  /** A new array if an item was added, removed or moved; the same one while only words changed. */
  readonly ids: readonly string[];
  /** The items that hold others: headings, lead-ins and parts. They are few, and always read. */
  readonly outline: ReadonlyMap<string, Section | Part>;
  /** Undefined while the record has not been read. */
  get(id: string): Item | undefined;
  /** Reads these and keeps them, instead of the ones kept before. */
  keep(ids: readonly string[]): void;
}

export function outlineOf(items: readonly Item[]): ReadonlyMap<string, Section | Part> {
  const held = items.filter((item) => item.kind === 'section' || item.kind === 'part');
  return new Map(held.map((item) => [item.id, item]));
}

/**
 * Returns the list with the records of all its items, if the caller has them; then no row has to be
 * awaited.
 */
export function withRecords<T extends ItemList>(list: T, items: readonly Item[] | undefined): T {
  if (!items) return list;
  let known: ReadonlyMap<string, Item> | undefined;
  const find = (id: string) => {
    known ??= new Map(items.map((item) => [item.id, item]));
    return known.get(id);
  };
  return { ...list, get: (id: string) => list.get(id) ?? find(id) };
}
