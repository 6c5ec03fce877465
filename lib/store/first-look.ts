import { Dexie } from 'dexie';
import { type Item, inboxId } from '../core/post/item.ts';
import type { HouseStyle } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { Database, Row } from './database.ts';
import { queryItems } from './item-store.ts';
import { createListSource, type ReadIds } from './list-source.ts';
import { reportToConsole } from './report-corrupt.ts';
import { itemsFromRows, wrapUpsFromRows } from './rows.ts';
import { parseActiveWrapUpId, queryStyle, settingKeys } from './setting-store.ts';
import { guard } from './store-error.ts';
import { queryWrapUps } from './wrap-up-store.ts';

/** What a page needs for its first paint. */
export interface FirstLook {
  activeId: string | undefined;
  /** The most recently changed first. */
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

export interface Standpoint {
  /**
   * The place shown last; its rows are read while it is still being checked whether it is the one
   * to show.
   */
  placeId?: string | undefined;
  /** The row at which the list was left; undefined: its end. */
  anchorId: string | undefined;
  /** The list's last row at that time; if it is another now, the list opens at its end. */
  newestId: string | undefined;
  /** How many rows are visible at once. */
  rows: number;
}

/** How many rows are read above the one at which the list was left. */
const rowsAbove = 4;

/**
 * Reads everything in one transaction, and of a long list no more rows than are visible at first.
 */
export function readFirstLook(db: Database, where: Standpoint): Promise<FirstLook> {
  return guard(() =>
    db.transaction('r', db.settings, db.wrapUps, db.items, async () => {
      const [setting, wrapUpRows, seenLast] = await Promise.all([
        db.settings.get(settingKeys.activeWrapUpId),
        queryWrapUps(db).toArray(),
        where.placeId === undefined ? undefined : readRows(db, where.placeId, where),
      ]);
      const wrapUps = wrapUpsFromRows(wrapUpRows, reportToConsole);
      const { activeId, placeId } = placeOf(parseActiveWrapUpId(setting), wrapUpRows, wrapUps);
      const seen =
        (placeId === where.placeId ? seenLast : undefined) ??
        (placeId === undefined ? allOf([]) : await readRows(db, placeId, where));
      const items = itemsFromRows(seen.rows, reportToConsole);
      const { complete, atAnchor } = seen;
      return { activeId, wrapUps, placeId, items, complete, atAnchor };
    }),
  );
}

/**
 * Reads the beginning of a post in one transaction.
 * @param wrapUpId the one to show; undefined: the current one
 * @param rows how many of its blocks are visible at once
 */
export function readFirstBlocks(
  db: Database,
  wrapUpId: string | undefined,
  rows: number,
): Promise<FirstBlocks> {
  return guard(() =>
    db.transaction('r', db.settings, db.wrapUps, db.items, async () => {
      const [setting, wrapUpRows] = await Promise.all([
        db.settings.get(settingKeys.activeWrapUpId),
        queryWrapUps(db).toArray(),
      ]);
      const wrapUps = wrapUpsFromRows(wrapUpRows, reportToConsole);
      const { activeId, placeId } = placeOf(parseActiveWrapUpId(setting), wrapUpRows, wrapUps);
      const wrapUp = wrapUps.find(({ id }) => id === (wrapUpId ?? placeId));
      const start = { activeId, wrapUps, placeId: wrapUpId ?? placeId, atAnchor: false };
      if (!wrapUp)
        return { ...start, items: [], complete: true, order: undefined, style: undefined };
      const [style, first] = await Promise.all([
        queryStyle(db, wrapUp.styleId),
        queryItems(db, wrapUp.id).limit(rows).toArray(),
      ]);
      // This runs alone, because it is a nested transaction that no other request of the outer one
      // may overtake.
      const order = await createListSource(db, wrapUp.id).readIds();
      const items = itemsFromRows(first, reportToConsole);
      return { ...start, items, complete: false, order, style };
    }),
  );
}

/**
 * Returns where new clips go: the chosen place, if it still exists, or the first wrap-up that is
 * not archived.
 */
function placeOf(
  chosenId: string | undefined,
  rows: readonly { id: string }[],
  wrapUps: readonly WrapUp[],
) {
  const isThere = chosenId === inboxId || rows.some(({ id }) => id === chosenId);
  const activeId = isThere ? chosenId : undefined;
  const firstOpen = wrapUps.find((wrapUp) => wrapUp.archivedAt === null);
  return { activeId, placeId: activeId ?? firstOpen?.id };
}

interface Seen {
  rows: Row<Item>[];
  complete: boolean;
  atAnchor: boolean;
}

const allOf = (rows: Row<Item>[]): Seen => ({ rows, complete: true, atAnchor: false });
const endOf = (rows: Row<Item>[]): Seen => ({ rows, complete: false, atAnchor: false });

async function readRows(db: Database, placeId: string, where: Standpoint): Promise<Seen> {
  // One row more than is shown tells whether there are more.
  const last = (
    await queryItems(db, placeId)
      .reverse()
      .limit(where.rows + 1)
      .toArray()
  ).reverse();
  if (last.length <= where.rows) return allOf(last);
  if (where.anchorId === undefined || last.at(-1)?.id !== where.newestId) {
    return endOf(last.slice(1));
  }
  const anchor = await db.items.get(where.anchorId);
  if (anchor?.wrapUpId !== placeId || anchor.live !== 1) {
    return endOf(last.slice(1));
  }
  const [above, below] = await Promise.all([
    part(db, [placeId, 1, Dexie.minKey], [placeId, 1, anchor.order], false)
      .reverse()
      .limit(rowsAbove)
      .toArray(),
    part(db, [placeId, 1, anchor.order], [placeId, 1, Dexie.maxKey], true)
      .limit(where.rows)
      .toArray(),
  ]);
  return { rows: [...above.reverse(), ...below], complete: false, atAnchor: true };
}

function part(db: Database, from: unknown[], to: unknown[], withEnd: boolean) {
  return db.items.where('[wrapUpId+live+order]').between(from, to, true, withEnd);
}
