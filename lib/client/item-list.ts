import type { Item } from '../core/post/item.ts';

/**
 * The items of one place, in their order: the ids of all, and the records that have been read. A list may be
 * far longer than what is shown of it, so nobody who has one goes through all records.
 */
export interface ItemList {
  /** Another array once an item came, went or moved; the same one while only words changed. */
  readonly ids: readonly string[];
  /** Undefined while the record has not been read. */
  get(id: string): Item | undefined;
}

/** The list of items that have all been read. */
export function wholeList(items: readonly Item[]): ItemList {
  const byId = new Map(items.map((item) => [item.id, item]));
  return { ids: items.map(({ id }) => id), get: (id) => byId.get(id) };
}
