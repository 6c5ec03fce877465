import { Dexie } from 'dexie';
import { type Item, inboxId } from '../core/post/item.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { Database, Row } from './database.ts';
import { queryItems } from './item-store.ts';
import { reportToConsole } from './report-corrupt.ts';
import { itemsFromRows, wrapUpsFromRows } from './rows.ts';
import { parseActiveWrapUpId, settingKeys } from './setting-store.ts';
import { guard } from './store-error.ts';
import { queryWrapUps } from './wrap-up-store.ts';

/** What a page needs for its first paint. */
export interface FirstLook {
  activeId: string | undefined;
  /** The most recently changed first. */
  wrapUps: WrapUp[];
  /** What takes the clips: `activeId`, or the first wrap-up that is not archived. */
  placeId: string | undefined;
  /** Some of its items, in order: as many as are seen at once. */
  items: Item[];
  /** True where `items` are all there are. */
  complete: boolean;
  /** True where `items` begin near the row that a longer list was left at, false for its end. */
  atAnchor: boolean;
}

export interface Standpoint {
  /** The place shown last: its rows are read while it is asked whether it is the one to show. */
  placeId?: string | undefined;
  /** The row that the list was left at; undefined: its end. */
  anchorId: string | undefined;
  /** The list's last row at that time: with another one there now, the list opens at its end. */
  newestId: string | undefined;
  /** How many rows are seen at once. */
  rows: number;
}

/** Rows above the one the list was left at. */
const rowsAbove = 4;

/** Reads it all in one transaction, and no more rows of a long list than are seen at first. */
export function readFirstLook(db: Database, where: Standpoint): Promise<FirstLook> {
  return guard(() =>
    db.transaction('r', db.settings, db.wrapUps, db.items, async () => {
      const [setting, wrapUpRows, seenLast] = await Promise.all([
        db.settings.get(settingKeys.activeWrapUpId),
        queryWrapUps(db).toArray(),
        where.placeId === undefined ? undefined : readRows(db, where.placeId, where),
      ]);
      const chosenId = parseActiveWrapUpId(setting);
      const isThere = chosenId === inboxId || wrapUpRows.some(({ id }) => id === chosenId);
      const activeId = isThere ? chosenId : undefined;
      const wrapUps = wrapUpsFromRows(wrapUpRows, reportToConsole);
      const placeId = activeId ?? wrapUps.find((wrapUp) => wrapUp.archivedAt === null)?.id;
      const seen =
        (placeId === where.placeId ? seenLast : undefined) ??
        (placeId === undefined ? allOf([]) : await readRows(db, placeId, where));
      const items = itemsFromRows(seen.rows, reportToConsole);
      const { complete, atAnchor } = seen;
      return { activeId, wrapUps, placeId, items, complete, atAnchor };
    }),
  );
}

interface Seen {
  rows: Row<Item>[];
  complete: boolean;
  atAnchor: boolean;
}

const allOf = (rows: Row<Item>[]): Seen => ({ rows, complete: true, atAnchor: false });
const endOf = (rows: Row<Item>[]): Seen => ({ rows, complete: false, atAnchor: false });

async function readRows(db: Database, placeId: string, where: Standpoint): Promise<Seen> {
  // One more than is shown tells whether there are more.
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
