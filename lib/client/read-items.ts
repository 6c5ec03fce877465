import type { Item } from '../core/post/item.ts';
import { itemSlices } from '../store/item-slices.ts';
import { createListSource } from '../store/list-source.ts';
import { database, pending } from './services.ts';

/** Returns the source for lists of a place's items. */
export const listSource = (placeId: string) => createListSource(database, placeId);

/** With fewer items, no first part is read separately. */
const leastFirst = 40;

/** Reads the first items of a long list, with typed text applied; undefined for a short one. */
export async function readFirstItems(placeId: string): Promise<Item[] | undefined> {
  for await (const slice of itemSlices(database, placeId)) {
    if (slice.length < leastFirst) return undefined;
    return slice.map((item) => pending.over(item, Date.now()));
  }
  return undefined;
}

/** Reads the matching items of a place, with typed text applied; only these are kept in memory. */
export async function readItems<T extends Item>(
  placeId: string,
  isWanted: (item: Item) => item is T,
): Promise<T[]> {
  const wanted: T[] = [];
  for await (const slice of itemSlices(database, placeId)) wanted.push(...slice.filter(isWanted));
  return wanted.map((item) => pending.over(item, Date.now()));
}
