import { type Collection, Dexie } from 'dexie';
import type { Item } from '../core/post/item.ts';
import { isClosingPart, type LandingGap, type PostLanding } from '../core/post/landing.ts';
import type { Database, Row } from './database.ts';

/** Returns the keys between which something lands; reads no more rows than it needs for that. */
export async function landingGap(
  db: Database,
  wrapUpId: string,
  landing: PostLanding = 'end',
): Promise<LandingGap> {
  const all = (from: unknown, to: unknown, withFrom: boolean, withTo: boolean) =>
    db.items.where('[wrapUpId+order]').between([wrapUpId, from], [wrapUpId, to], withFrom, withTo);
  const gapAfter = async (before: string | undefined): Promise<LandingGap> => {
    const next = await firstKey(all(before ?? Dexie.minKey, Dexie.maxKey, false, true));
    return { before, after: next?.order, nextId: next?.id };
  };
  if (landing === 'start') return gapAfter(undefined);
  if (landing !== 'end') {
    const row = await db.items.get(landing);
    // If the item left the post, its key still says where it was.
    if (row?.wrapUpId === wrapUpId) return gapAfter(row.order);
  }
  const closing = await firstClosingPart(db, wrapUpId);
  const upTo = closing === undefined ? Dexie.maxKey : closing.order;
  const last = await firstKey(all(Dexie.minKey, upTo, true, closing === undefined).reverse());
  return { before: last?.order, after: closing?.order, nextId: closing?.id };
}

/** It reads only the key, because an item may be a quote of a megabyte. */
async function firstKey(
  items: Collection<Row<Item>, string>,
): Promise<{ id: string; order: string } | undefined> {
  let found: { id: string; order: string } | undefined;
  await items.limit(1).eachKey((key, cursor) => {
    if (Array.isArray(key)) found = { id: String(cursor.primaryKey), order: String(key[1]) };
  });
  return found;
}

/** Returns the first of the parts that end the post. */
async function firstClosingPart(db: Database, wrapUpId: string): Promise<Row<Item> | undefined> {
  let first: Row<Item> | undefined;
  await db.items
    .where('[wrapUpId+live+order]')
    .between([wrapUpId, 1, Dexie.minKey], [wrapUpId, 1, Dexie.maxKey])
    .reverse()
    .until((row) => {
      if (isClosingPart(row)) first = row;
      return !isClosingPart(row);
    })
    .toArray();
  return first;
}
