import type { inboxId } from '../core/post/item.ts';
import { markKey } from './library-mark.ts';
import { answerOf } from './open-raw.ts';

/** Where a list was left. */
export interface Standpoint {
  /** The place shown last. */
  placeId?: string | undefined;
  /** The row that the list was left at; undefined: its end. */
  anchorId: string | undefined;
  /** The list's last row at that time: with another one there now, the list opens at its end. */
  newestId: string | undefined;
  /** How many rows are seen at once. */
  rows: number;
}

/** A row as it is stored; nothing of it is checked yet. */
export interface StoredRow {
  id: string;
  [field: string]: unknown;
}

/** Some rows of a list. */
export interface SeenRows {
  rows: readonly StoredRow[];
  /** True where these are all. */
  complete: boolean;
  /** True where they begin near the row that a longer list was left at, false for its end. */
  atAnchor: boolean;
}

/** What a page needs for its first paint, as it is stored. */
export interface FirstRows {
  /** The library's mark. */
  mark: unknown;
  /** What was chosen to take the clips, where that is still there. */
  activeId: string | undefined;
  /** The most recently changed first. */
  wrapUps: readonly StoredRow[];
  /** That, or the first wrap-up that is not archived. */
  placeId: string | undefined;
  seen: SeenRows;
}

/** In keys of IndexedDB what comes before and behind everything. */
const first = -Infinity;
const last: readonly unknown[] = [[]];
/** By its type alone: its module checks records, which this one does not load. */
const inbox: typeof inboxId = 'inbox';
/** Rows above the one the list was left at. */
const rowsAbove = 4;

/**
 * Reads it in one transaction, and no more rows of a long list than are seen at first. By IndexedDB alone: it is done
 * while all other code is loaded.
 * @param openId what takes the clips where nothing was chosen; undefined: the first that is open
 */
export async function readFirstRows(
  db: IDBDatabase,
  where: Standpoint,
  openId?: string,
): Promise<FirstRows> {
  const transaction = db.transaction(['settings', 'wrapUps', 'items'], 'readonly');
  const settings = transaction.objectStore('settings');
  const items = transaction.objectStore('items');
  const [mark, active, oldestFirst, seenLast] = await Promise.all([
    answerOf(settings.get(markKey)),
    answerOf(settings.get('activeWrapUpId')),
    answerOf(
      transaction
        .objectStore('wrapUps')
        .index('[live+updatedAt]')
        .getAll(IDBKeyRange.bound([1, first], [1, last])),
    ),
    // Read while it is asked whether it is the one to show.
    where.placeId === undefined ? undefined : readRows(items, where.placeId, where),
  ]);
  const wrapUps: StoredRow[] = oldestFirst.reverse();
  const activeId = chosenOf(active?.value, wrapUps);
  const placeId = activeId ?? openId ?? firstOpen(wrapUps);
  const seen =
    (placeId === where.placeId ? seenLast : undefined) ??
    (placeId === undefined ? allOf([]) : await readRows(items, placeId, where));
  return { mark: mark?.value, activeId, wrapUps, placeId, seen };
}

/** The library's mark alone. */
export async function readMarkRow(db: IDBDatabase): Promise<unknown> {
  const settings = db.transaction('settings', 'readonly').objectStore('settings');
  return (await answerOf(settings.get(markKey)))?.value;
}

/** What was chosen to take the clips, if it is still there. */
export function chosenOf(id: unknown, wrapUps: readonly { id: string }[]): string | undefined {
  return id === inbox ? inbox : wrapUps.find((wrapUp) => wrapUp.id === id)?.id;
}

/** What takes the clips where nothing was chosen: the first wrap-up that is not archived. */
export function firstOpen(
  wrapUps: readonly { id: string; archivedAt?: unknown }[],
): string | undefined {
  return wrapUps.find(({ archivedAt }) => archivedAt === null)?.id;
}

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
  const from = [placeId, 1, first];
  const to = [placeId, 1, last];
  // One more than is shown tells whether there are more.
  const end = await readEnd(index, IDBKeyRange.bound(from, to), where.rows + 1);
  if (end.length <= where.rows) return allOf(end);
  if (where.anchorId === undefined || end.at(-1)?.id !== where.newestId) {
    return endOf(end.slice(1));
  }
  const anchor = await answerOf(items.get(where.anchorId));
  if (anchor?.wrapUpId !== placeId || anchor.live !== 1) return endOf(end.slice(1));
  const at = [placeId, 1, anchor.order];
  const [above, below] = await Promise.all([
    readEnd(index, IDBKeyRange.bound(from, at, false, true), rowsAbove),
    answerOf(index.getAll(IDBKeyRange.bound(at, to), where.rows)),
  ]);
  return { rows: [...above, ...below], complete: false, atAnchor: true };
}

/** The last rows of a range, at most so many, in their order. */
async function readEnd(
  index: IDBIndex,
  range: IDBKeyRange,
  count: number,
): Promise<readonly StoredRow[]> {
  const begun = await startOfEnd(index, range, count);
  const rows = await answerOf(index.getAll(begun));
  // With equal keys there are more.
  return rows.slice(-count);
}

/** The part of a range that begins at the row which is so many before its end, or all of it. */
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
