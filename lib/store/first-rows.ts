import type { inboxId } from '../core/post/item.ts';
import { markKey } from './library-mark.ts';
import { answerOf } from './open-raw.ts';
import { settingKeys } from './setting-keys.ts';

/** The place where the user left a list. */
export interface Standpoint {
  /** The place that was shown last. */
  placeId?: string | undefined;
  /** The row at which the list was left; undefined for its end. */
  anchorId: string | undefined;
  /** The list's last row at that time: if another row is last now, the list opens at its end. */
  newestId: string | undefined;
  /** How many rows are visible at once. */
  rows: number;
}

/** A row as it is stored; none of it is checked yet. */
export interface StoredRow {
  id: string;
  [field: string]: unknown;
}

/** Some rows of a list. */
export interface SeenRows {
  rows: readonly StoredRow[];
  /** True if these are all rows. */
  complete: boolean;
  /** True if they begin near the row at which a longer list was left, false if they are its end. */
  atAnchor: boolean;
}

/** The stored data that any page needs for its first paint. */
export interface FirstStart {
  /** The library's mark. */
  mark: unknown;
  /** The chosen place for new clips, if it still exists. */
  activeId: string | undefined;
  /** Sorted by their last change, the newest first. */
  wrapUps: readonly StoredRow[];
}

/** The same, with the start of a list. */
export interface FirstRows extends FirstStart {
  /** The active place, or else the first wrap-up that is not archived. */
  placeId: string | undefined;
  seen: SeenRows;
}

/** These sort before and after everything among IndexedDB's keys. */
const first = -Infinity;
const last: readonly unknown[] = [[]];
/** Only its type is imported: its module checks records, and this one must not load that code. */
const inbox: typeof inboxId = 'inbox';
/** How many rows are read above the one at which the list was left. */
const rowsAbove = 4;

/**
 * Reads everything in one transaction, and of a long list no more rows than are visible at first.
 * It uses only IndexedDB, because it runs while all other code is loaded.
 * @param openId the place for new clips if none was chosen; undefined: the first that is open
 */
export async function readFirstRows(
  db: IDBDatabase,
  where: Standpoint,
  openId?: string,
): Promise<FirstRows> {
  const transaction = db.transaction(['settings', 'wrapUps', 'items'], 'readonly');
  const items = transaction.objectStore('items');
  const [start, seenLast] = await Promise.all([
    readStart(transaction),
    // This is read before we know whether it is the one to show.
    where.placeId === undefined ? undefined : readRows(items, where.placeId, where),
  ]);
  const placeId = start.activeId ?? openId ?? firstOpen(start.wrapUps);
  const seen =
    (placeId === where.placeId ? seenLast : undefined) ??
    (placeId === undefined ? allOf([]) : await readRows(items, placeId, where));
  return { ...start, placeId, seen };
}

/** @param transaction that may read settings and wrap-ups */
export async function readStart(transaction: IDBTransaction): Promise<FirstStart> {
  const settings = transaction.objectStore('settings');
  const [mark, active, oldestFirst] = await Promise.all([
    answerOf(settings.get(markKey)),
    answerOf(settings.get(settingKeys.activeWrapUpId)),
    answerOf(
      transaction
        .objectStore('wrapUps')
        .index('[live+updatedAt]')
        .getAll(IDBKeyRange.bound([1], [1, last])),
    ),
  ]);
  const wrapUps: StoredRow[] = oldestFirst.reverse();
  return { mark: mark?.value, activeId: chosenOf(active?.value, wrapUps), wrapUps };
}

/** Reads only the library's mark. */
export async function readMarkRow(db: IDBDatabase): Promise<unknown> {
  const settings = db.transaction('settings', 'readonly').objectStore('settings');
  return (await answerOf(settings.get(markKey)))?.value;
}

/** Returns the chosen place for new clips, if it still exists. */
export function chosenOf(id: unknown, wrapUps: readonly { id: string }[]): string | undefined {
  return id === inbox ? inbox : wrapUps.find((wrapUp) => wrapUp.id === id)?.id;
}

/** Returns the place for new clips if none was chosen: the first wrap-up that is not archived. */
export function firstOpen(
  wrapUps: readonly { id: string; archivedAt?: unknown }[],
): string | undefined {
  return wrapUps.find(({ archivedAt }) => archivedAt === null)?.id;
}

/**
 * Returns the keys of a place's items that are not deleted, in the index of their order.
 * @param from their order; undefined: from the first
 */
export const liveIn = (placeId: string, from: unknown = first) =>
  IDBKeyRange.bound([placeId, 1, from], [placeId, 1, last]);

const allOf = (rows: readonly StoredRow[]): SeenRows => ({ rows, complete: true, atAnchor: false });
const endOf = (rows: readonly StoredRow[]): SeenRows => ({
  rows,
  complete: false,
  atAnchor: false,
});

async function readRows(
  items: IDBObjectStore,
  placeId: string,
  where: Standpoint,
): Promise<SeenRows> {
  const index = items.index('[wrapUpId+live+order]');
  const all = liveIn(placeId);
  // Reading one row more than is shown tells whether there are more.
  const end = await readEnd(index, all, where.rows + 1);
  if (end.length <= where.rows) return allOf(end);
  if (where.anchorId === undefined || end.at(-1)?.id !== where.newestId) {
    return endOf(end.slice(1));
  }
  const anchor = await answerOf(items.get(where.anchorId));
  if (anchor?.wrapUpId !== placeId || anchor.live !== 1) return endOf(end.slice(1));
  const below = liveIn(placeId, anchor.order);
  const [before, rest] = await Promise.all([
    readEnd(index, IDBKeyRange.bound(all.lower, below.lower, false, true), rowsAbove),
    answerOf(index.getAll(below, where.rows)),
  ]);
  return { rows: [...before, ...rest], complete: false, atAnchor: true };
}

/** Reads the last rows of a range, at most so many, in their order. */
async function readEnd(
  index: IDBIndex,
  range: IDBKeyRange,
  count: number,
): Promise<readonly StoredRow[]> {
  const begun = await startOfEnd(index, range, count);
  const rows = await answerOf(index.getAll(begun));
  // If the keys are equal, there are more rows.
  return rows.slice(-count);
}

/** Returns the part of a range that begins so many rows before its end, or all of the range. */
function startOfEnd(index: IDBIndex, range: IDBKeyRange, count: number): Promise<IDBKeyRange> {
  const request = index.openKeyCursor(range, 'prev');
  return new Promise((resolve, reject) => {
    let isThere = count === 1;
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) resolve(range);
      else if (isThere) resolve(IDBKeyRange.bound(cursor.key, range.upper, false, range.upperOpen));
      else {
        isThere = true;
        cursor.advance(count - 1);
      }
    };
    request.onerror = () => reject(request.error);
  });
}
