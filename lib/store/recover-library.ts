import type { Table } from 'dexie';
import type { LibraryMark } from '../core/library/library-mark.ts';
import type { ReplacedPicture, Tombstone } from '../core/library/trash.ts';
import { anyFileType, sniffPicture } from '../core/media/picture-type.ts';
import { type Database, openDatabase } from './database.ts';
import { markKey, type Sentinel } from './library-mark.ts';
import { withLive } from './rows.ts';
import { guard } from './store-error.ts';
import { shownAssets } from './trash-store.ts';

/** Rows to restore, and keys that were deleted (`LastCopy` in `lib/app/snapshots`). */
export interface RecoveredRows {
  wrapUps: Iterable<RecoveredRecord>;
  items: Iterable<RecoveredRecord>;
  originals: Iterable<{ id: string }>;
  settings: Iterable<{ key: string; value: unknown }>;
  tombstones: Iterable<Tombstone>;
  replacedPictures: Iterable<ReplacedPicture>;
  deleted: readonly { table: string; key: string }[];
}

interface RecoveredRecord {
  id: string;
  updatedAt: string;
  deletedAt: string | null;
}

/**
 * Restores what a copy has and the database lacks, or has only in an older version, in one
 * transaction, and continues after what is remembered: all of it or nothing. A missing database is
 * created. Rejects with a `StoreError`.
 */
export async function recoverLibrary(
  name: string,
  sentinel: Sentinel,
  after: LibraryMark,
  rows: RecoveredRows,
): Promise<void> {
  const db = openDatabase(name, { sentinel, after });
  const tables = [
    ...[db.wrapUps, db.items, db.originals],
    ...[db.settings, db.tombstones, db.replacedPictures],
  ];
  try {
    await guard(() =>
      db.transaction('rw', tables, async () => {
        await putNewer(db.wrapUps as unknown as Table<RecoveredRecord, string>, rows.wrapUps);
        await putNewer(db.items as unknown as Table<RecoveredRecord, string>, rows.items);
        await putMissing(db.originals as unknown as Table<{ id: string }, string>, rows.originals);
        for (const { key, value } of rows.settings) await db.settings.put({ key, value });
        for (const some of slices(rows.tombstones)) await db.tombstones.bulkPut(some);
        for (const some of slices(rows.replacedPictures)) await db.replacedPictures.bulkPut(some);
        for (const { table, key } of rows.deleted) await deletedRow(db, table, key);
        // This is counted even if there was nothing to restore, because the user has decided.
        await db.settings.delete(markKey);
      }),
    );
  } finally {
    db.close();
  }
}

/**
 * Restores missing pictures that records refer to, one at a time.
 * @param bytesOf undefined if they are lost
 * @param now ISO instant in UTC: a picture this new is not purged before its clip is restored
 */
export async function recoverPictures(
  db: Database,
  ids: Iterable<string>,
  bytesOf: (id: string) => Promise<ArrayBuffer | undefined>,
  now: string,
): Promise<void> {
  const wanted = new Set<unknown>(await guard(() => db.items.orderBy('assetId').uniqueKeys()));
  const files = new Set<unknown>();
  await guard(() =>
    db.wrapUps.each((row) => {
      for (const { assetId, fileId } of shownAssets(row))
        (fileId === undefined ? wanted : files).add(assetId);
    }),
  );
  for (const id of ids) {
    if (!wanted.has(id) && !files.has(id)) continue;
    const isKept = (await guard(() => db.assets.where('id').equals(id).count())) > 0;
    const bytes = isKept ? undefined : await bytesOf(id);
    const mediaType =
      bytes && (sniffPicture(new Uint8Array(bytes)) ?? (files.has(id) ? anyFileType : undefined));
    if (bytes === undefined || mediaType === undefined) continue;
    await guard(() => db.assets.put({ id, bytes, mediaType, createdAt: now }));
  }
}

/** How many are looked up and written at once. */
const atOnce = 500;

async function putNewer(
  table: Table<RecoveredRecord, string>,
  rows: Iterable<RecoveredRecord>,
): Promise<void> {
  for (const some of slices(rows)) {
    const stored = await table.bulkGet(some.map(({ id }) => id));
    const newer = some.filter((row, at) => (stored[at]?.updatedAt ?? '') < row.updatedAt);
    await table.bulkPut(newer.map(withLive));
  }
}

async function putMissing(
  table: Table<{ id: string }, string>,
  rows: Iterable<{ id: string }>,
): Promise<void> {
  for (const some of slices(rows)) {
    const stored = await table.bulkGet(some.map(({ id }) => id));
    await table.bulkPut(some.filter((_, at) => stored[at] === undefined));
  }
}

const rowTables = ['wrapUps', 'items', 'originals', 'tombstones', 'replacedPictures'] as const;

async function deletedRow(db: Database, table: string, key: string): Promise<void> {
  const known = rowTables.find((each) => each === table);
  if (known) await db[known].delete(key);
}

function* slices<T>(rows: Iterable<T>): Generator<T[]> {
  let some: T[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < atOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
