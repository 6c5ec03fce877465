import type { Item } from '../core/post/item.ts';
import { itemSlices } from '../store/item-slices.ts';
import { createListSource } from '../store/list-source.ts';
import { database, pending } from './services.ts';

/** Where lists of a place's items are read from. */
export const listSource = (placeId: string) => createListSource(database, placeId);

/** With fewer items there is nothing that comes first. */
const leastFirst = 40;

/** The first items of a long list, with what was typed over them; undefined of a short one. */
export async function readFirstItems(placeId: string): Promise<Item[] | undefined> {
  for await (const slice of itemSlices(database, placeId)) {
    if (slice.length < leastFirst) return undefined;
    return slice.map((item) => pending.over(item, Date.now()));
  }
  return undefined;
}

/** Those of a place's items that are wanted, with what was typed over them; of all only these are kept. */
export async function readItems<T extends Item>(
  placeId: string,
  isWanted: (item: Item) => item is T,
): Promise<T[]> {
  const wanted: T[] = [];
  for await (const slice of itemSlices(database, placeId)) wanted.push(...slice.filter(isWanted));
  return wanted.map((item) => pending.over(item, Date.now()));
}
