import type { Item } from '../core/post/item.ts';
import type { HouseStyle } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { Database } from './database.ts';
import { type FirstPost, readFirstPost } from './first-post.ts';
import { type FirstRows, firstOpen, readFirstRows, type Standpoint } from './first-rows.ts';
import { arranges, type ReadIds } from './list-source.ts';
import { reportToConsole } from './report-corrupt.ts';
import { itemsFromRows, wrapUpsFromRows } from './rows.ts';
import { styleOf } from './setting-store.ts';
import { guard } from './store-error.ts';

/** What a page needs for its first paint. */
export interface FirstLook {
  activeId: string | undefined;
  /** Sorted by their last change, the newest first. */
  wrapUps: WrapUp[];
  /** Where new clips go: `activeId`, or the first wrap-up that is not archived. */
  placeId: string | undefined;
  /** Some of its items, in order: as many as are visible at once. */
  items: Item[];
  /** True if `items` is complete. */
  complete: boolean;
  /** True if `items` begin near the row at which a longer list was left, false for its end. */
  atAnchor: boolean;
}

/**
 * What the desk needs for its first paint: the order of the whole post, and the records of its
 * first blocks.
 */
export interface FirstBlocks extends FirstLook {
  /** Undefined if there is no wrap-up to show. */
  order: ReadIds | undefined;
  /** The wrap-up's house style. */
  style: HouseStyle | undefined;
}

/**
 * Reads everything in one transaction, and of a long list no more rows than are visible at first.
 * @param early what was read already, through the connection with which the database is opened
 */
export function readFirstLook(
  db: Database,
  where: Standpoint,
  early?: Promise<FirstRows | undefined>,
): Promise<FirstLook> {
  return guard(async () => {
    // If a database must not be opened, nothing of it is shown.
    const [, read] = await Promise.all([db.open(), early]);
    const raw = db.backendDB() as IDBDatabase;
    const rows = read ?? (await readFirstRows(raw, where));
    const wrapUps = wrapUpsFromRows(rows.wrapUps, reportToConsole);
    const { activeId } = rows;
    const placeId = activeId ?? firstOpen(wrapUps);
    // Rows that cannot be read are not shown.
    const { seen } =
      rows.placeId === placeId ? rows : await readFirstRows(raw, { ...where, placeId }, placeId);
    const items = itemsFromRows(seen.rows, reportToConsole);
    const { complete, atAnchor } = seen;
    return { activeId, wrapUps, placeId, items, complete, atAnchor };
  });
}

/**
 * Reads the beginning of a post, and the order of all of it.
 * @param wrapUpId the one to show; undefined: the current one
 * @param rows how many of its blocks are visible at once
 * @param early the same as `readFirstLook`'s
 */
export function readFirstBlocks(
  db: Database,
  wrapUpId: string | undefined,
  rows: number,
  early?: Promise<FirstPost | undefined>,
): Promise<FirstBlocks> {
  return guard(async () => {
    const [, known] = await Promise.all([db.open(), early]);
    const raw = db.backendDB() as IDBDatabase;
    const read = known ?? (await readFirstPost(raw, wrapUpId, rows));
    const wrapUps = wrapUpsFromRows(read.wrapUps, reportToConsole);
    const { activeId } = read;
    const placeId = wrapUpId ?? activeId ?? firstOpen(wrapUps);
    const wrapUp = wrapUps.find(({ id }) => id === placeId);
    const start = { activeId, wrapUps, placeId, atAnchor: false };
    // Rows that cannot be read are not shown.
    const { post } = read.placeId === placeId ? read : await readFirstPost(raw, wrapUp?.id, rows);
    if (!wrapUp || !post)
      return { ...start, items: [], complete: true, order: undefined, style: undefined };
    const items = itemsFromRows(post.rows, reportToConsole);
    const outline = itemsFromRows(post.outline, reportToConsole).filter(arranges);
    const style = styleOf(wrapUp.styleId, post.style, post.firstStyle);
    return { ...start, items, complete: false, order: { ids: post.ids, outline }, style };
  });
}
