import { Dexie, type Table } from 'dexie';
import type { Commit, LibraryMark } from '../core/library/library-mark.ts';
import type { ReplacedPicture, Tombstone } from '../core/library/trash.ts';
import type { Asset } from '../core/media/asset.ts';
import type { Change } from '../core/post/change.ts';
import type { Item, Original } from '../core/post/item.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { countWrites } from './count-writes.ts';
import type { Sentinel } from './library-mark.ts';
import { databaseName } from './library-name.ts';
import { version1 } from './migrations/version-1.ts';
import { version2 } from './migrations/version-2.ts';
import { version3 } from './migrations/version-3.ts';
import { version4 } from './migrations/version-4.ts';
import { version5 } from './migrations/version-5.ts';
import { version6 } from './migrations/version-6.ts';
import {
  type ClosedByBrowser,
  type Door,
  factoryOf,
  type Looked,
  openWithCare,
} from './open-with-care.ts';
import { unpackChange } from './packed-change.ts';

export { databaseName };

/**
 * A record in the database. For the indexes, `live` says where it shows: 1 in lists and posts, 2
 * only in a wrap-up's tray, 0 nowhere, since it is softly deleted.
 */
export type Row<T> = T & { live: 0 | 1 | 2 };

/**
 * A step of a history; `seq` counts up in the order of writing. `marks` combine its histories and
 * its state, because IndexedDB has no index over a list and a field together.
 */
export type ChangeRow = Change & { seq: number; marks: string[] };

export interface SettingRow {
  key: string;
  value: unknown;
}

export interface Database extends Dexie {
  wrapUps: Table<Row<WrapUp>, string>;
  items: Table<Row<Item>, string>;
  originals: Table<Original, string>;
  assets: Table<Asset, string>;
  settings: Table<SettingRow, string>;
  changes: Table<ChangeRow, number, Omit<ChangeRow, 'seq'> & { seq?: number }>;
  /** For records that were purged. */
  tombstones: Table<Tombstone, string>;
  replacedPictures: Table<ReplacedPicture, string>;
}

export interface OpenOptions {
  /** How long the browser may take before an attempt to open is abandoned. */
  openMs?: number;
  /** Knows what was written last; without it, no loss is noticed. */
  sentinel?: Sentinel | undefined;
  /**
   * Opens the database whatever is missing, and continues after this mark, because the user has
   * decided.
   */
  after?: LibraryMark | undefined;
  /** Awaited before records of an earlier version are converted. */
  beforeUpgrade?: (() => Promise<unknown>) | undefined;
  whenClosed?: ClosedByBrowser | undefined;
  /** A connection that was opened before, for the first opening; undefined if there is none. */
  early?: Promise<Looked | undefined> | undefined;
  /** Called after every committed transaction. */
  onCommit?: ((commit: Commit) => void) | undefined;
}

/**
 * Opens the database at the first query, unless what was written last is missing from it. Only for
 * the background and extension pages; in a content script it would be the page's database.
 */
export function openDatabase(
  name: string = databaseName,
  { openMs = 5_000, sentinel, after, onCommit, beforeUpgrade, whenClosed, early }: OpenOptions = {},
): Database {
  const door: Door = {};
  const db = new Dexie(name, {
    indexedDB: factoryOf(door),
    IDBKeyRange,
    // A clip is confirmed once it is on the disk, not in the system's buffers.
    chromeTransactionDurability: 'strict',
    // A page shows what is stored, without optimistic results before the commit.
    cache: 'disabled',
  }) as Database;
  db.version(1).stores(version1);
  db.version(2).stores(version2);
  db.version(3).stores(version3);
  db.version(4).stores(version4);
  db.version(5).stores(version5);
  db.version(6).stores(version6);
  db.changes.hook('reading', unpackChange);
  countWrites(db, after, (commit) => {
    sentinel?.wrote(commit.mark);
    onCommit?.(commit);
  });
  const remembered = async () => (after ? undefined : sentinel?.read());
  openWithCare(db, { openMs, remembered, door, beforeUpgrade, whenClosed, early });
  return db;
}
