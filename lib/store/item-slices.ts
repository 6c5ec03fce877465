import { Dexie } from 'dexie';
import { clippedKeys } from '../clips/open-tabs.ts';
import type { Item } from '../core/post/item.ts';
import type { Database, Row } from './database.ts';
import { reportToConsole } from './report-corrupt.ts';
import { itemsFromRows } from './rows.ts';
import { guard } from './store-error.ts';

/** How many rows are read at once. */
const sizes = { first: 50, least: 8, most: 200 } as const;
/** A slow slice is followed by a smaller one, as its rows may be long; a quick one by a larger. */
const slowMs = 24;
const quickMs = 8;

/**
 * Yields all rows of a place in their order, a slice at a time. Each slice is a separate task, so
 * reading a hundred thousand rows never blocks typing. Others may write between two slices; a row
 * that moved meanwhile may be missed or come twice, so a caller that needs to know must watch for
 * changes.
 * @param live 2: those in the tray
 */
export async function* rowSlices(
  db: Database,
  placeId: string,
  live: 1 | 2 = 1,
): AsyncGenerator<Row<Item>[]> {
  let from: unknown = Dexie.minKey;
  let last: Row<Item> | undefined;
  for (let size: number = sizes.first; ; ) {
    const begun = performance.now();
    const rows = await guard(() =>
      db.items
        .where('[wrapUpId+live+order]')
        .between([placeId, live, from], [placeId, live, Dexie.maxKey])
        .limit(size)
        .toArray(),
    );
    const tookMs = performance.now() - begun;
    // Equal keys are sorted by their ids; rows that were read already come again.
    const slice = rows.filter((row) => !last || row.order !== last.order || row.id > last.id);
    if (slice.length > 0) yield slice;
    if (rows.length < size) return;
    if (slice.length === 0) size *= 2;
    else if (tookMs > slowMs) size = Math.max(sizes.least, Math.ceil(size / 2));
    else if (tookMs < quickMs) size = Math.min(sizes.most, size * 2);
    last = slice.at(-1) ?? last;
    from = last?.order ?? Dexie.maxKey;
  }
}

/** Yields the same rows as items; unreadable ones are left out. */
export async function* itemSlices(
  db: Database,
  placeId: string,
  live: 1 | 2 = 1,
): AsyncGenerator<Item[]> {
  for await (const rows of rowSlices(db, placeId, live)) yield itemsFromRows(rows, reportToConsole);
}

/**
 * Returns which of some keys (`clippedKeys`) the clips of a place have, including its tray; reads
 * until all are found.
 */
export async function findClipped(
  db: Database,
  placeId: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const live of [2, 1] as const) {
    for await (const slice of itemSlices(db, placeId, live)) {
      for (const key of slice.flatMap(clippedKeys)) if (wanted.has(key)) found.add(key);
      if (found.size === wanted.size) return found;
    }
  }
  return found;
}
