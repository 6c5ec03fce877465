import type { Dexie } from 'dexie';
import { noteProblem } from '../core/base/problem.ts';
import { type LibraryMark, libraryLoss } from '../core/library/library-mark.ts';
import { lookAt, openRaw } from './raw-database.ts';
import { explainStoreError, StoreError } from './store-error.ts';

/** What Dexie is given for `indexedDB`, until it is told otherwise by `openWithCare`. */
export interface Door {
  /** Thrown instead of opening a database. */
  refused?: Error | undefined;
  /** Open already, at the version that Dexie wants: handed out once, as a second opening takes as long. */
  opened?: IDBDatabase | undefined;
}

/** `indexedDB` that opens a database as the door says. */
export function factoryOf(door: Door): IDBFactory {
  return {
    open(name, version) {
      if (door.refused) throw door.refused;
      const { opened } = door;
      door.opened = undefined;
      return opened?.version === version && opened?.name === name
        ? requestOf(opened)
        : indexedDB.open(name, version);
    },
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (one, other) => indexedDB.cmp(one, other),
  };
}

/** The request that opened it, as far as Dexie (4.4) asks: it sets `onsuccess`, and reads `result`. */
function requestOf(result: IDBDatabase): IDBOpenDBRequest {
  const request = { result, onsuccess: (_: Event) => {} };
  queueMicrotask(() => request.onsuccess(new Event('success')));
  return request as unknown as IDBOpenDBRequest;
}

interface Care {
  /** Opening takes some ms; what takes longer than this will not end by itself. */
  openMs: number;
  /** What was written last; undefined: nothing, or it does not matter. */
  remembered: () => Promise<LibraryMark | undefined>;
  /** What the database is opened through. */
  door: Door;
  beforeUpgrade?: (() => Promise<unknown>) | undefined;
  whenClosed?: ClosedByBrowser | undefined;
}

/** What is done about a database that the browser closes by itself, because it cannot write or read its files. */
export interface ClosedByBrowser {
  onClose: () => Promise<void>;
  /**
   * Asked each time before it is opened; false: there is no room yet, and to open it would lose it. Rejects where
   * it could not be made safe for another reason.
   */
  mayOpen: () => Promise<boolean>;
}

/** A copy before an upgrade that takes longer is given up: the clips are needed. */
const copyMs = 30_000;
/** An index over a hundred thousand rows takes seconds; given up, it would begin anew each time. */
const upgradeMs = 120_000;

/**
 * Makes Dexie (4.4) open a database with care, at the first query and whenever it opens it again:
 *
 * - One that a newer Wrapup wrote is refused and left as it is. Dexie would open it, and change it to
 *   the shape that it knows.
 * - One that is not what was written last, because the browser set up an empty one or lost the newest
 *   writes, is refused until the user has decided. Dexie would go on as if nothing had been there.
 * - One that could not be opened (a full disk, a locked file) is opened again when it is next needed.
 *   Dexie would answer everything with the first failure for as long as the page lives.
 * - One that does not open in `openMs` is given up for now, so that nobody waits for ever; one of an earlier
 *   version gets the time that an upgrade takes.
 * - One that the browser closed is not opened, not even to look at it, before `mayOpen` says so.
 * - Before one of an earlier version is changed, `beforeUpgrade` may copy it.
 */
export function openWithCare(
  db: Dexie,
  { openMs, remembered, door, beforeUpgrade, whenClosed }: Care,
): void {
  const open = db.open.bind(db);
  let version: number | undefined;
  if (whenClosed) {
    // Dexie (4.4) tells it also after an opening that failed, when there was nothing to close.
    db.on('close', () => {
      if (isConnected(db)) void whenClosed.onClose();
    });
  }
  let wasOpen = false;
  const refusal = async (isOver: () => boolean): Promise<StoreError | undefined> => {
    const remembering = remembered();
    // Dexie may open it again before the browser tells that it closed it.
    if (wasOpen) await whenClosed?.onClose();
    if (whenClosed && !(await whenClosed.mayOpen())) {
      return new StoreError('storage-full', 'closed by the browser, and no room since');
    }
    let isWanted = false;
    // It is opened while that is read, and told from the start what Dexie would be told.
    const opening = openAttended(db.name, (raw) => {
      isWanted = true;
      if (door.opened !== raw) return;
      door.opened = undefined;
      raw.close();
    });
    const [raw, last] = await bothOf(opening, remembering);
    try {
      // After it: what is written meanwhile makes the database newer than what is remembered.
      const found = raw && (await lookAt(raw));
      version = found?.version;
      if (found && found.version > db.verno * 10) {
        return new StoreError('storage-newer', `version ${found.version}`);
      }
      const loss = libraryLoss(found?.mark, last);
      if (loss) return new StoreError(`library-${loss.what}`, loss);
      if (version === db.verno * 10 && !isWanted && !isOver()) door.opened = raw;
      return undefined;
    } finally {
      if (door.opened !== raw) raw?.close();
    }
  };
  const openChecked = async (): Promise<Dexie> => {
    let isOver = false;
    const refused = await inTime(
      refusal(() => isOver),
      openMs,
    ).catch(explainStoreError);
    if (refused) noteProblem('store.open', refused);
    door.refused = refused;
    const isEarlier = version !== undefined && version < db.verno * 10;
    if (refused === undefined && isEarlier && beforeUpgrade) {
      // Upgrades only add: without a copy before them nothing is lost yet.
      await inTime(beforeUpgrade(), copyMs).catch((thrown: unknown) =>
        noteProblem('snapshot.migration', thrown),
      );
    }
    // Cancels the attempt; what waits for it gets a failure.
    const timer = setTimeout(() => db.close(), isEarlier ? upgradeMs : openMs);
    try {
      const opened = await open();
      wasOpen = true;
      return opened;
    } catch (cause) {
      // Later, so that what waits for this attempt gets its failure and does not start another.
      setTimeout(() => db.close({ disableAutoOpen: false }));
      throw cause;
    } finally {
      isOver = true;
      door.opened?.close();
      door.opened = undefined;
      clearTimeout(timer);
    }
  };
  let opening: Promise<Dexie> | undefined;
  // Whoever comes while it is being opened waits for the same attempt.
  const openOnce = () => {
    opening ??= openChecked().finally(() => {
      opening = undefined;
    });
    return opening;
  };
  const { Promise: DexiePromise } = db.constructor as typeof Dexie;
  // One that is open is not looked at again: it would be taken for one that the browser has closed.
  db.open = () => DexiePromise.resolve(opening ?? (db.isOpen() ? db : openOnce()));
}

/** @param onWanted called where another page deletes or changes the database, or the browser closes it */
async function openAttended(
  name: string,
  onWanted: (db: IDBDatabase) => void,
): Promise<IDBDatabase | undefined> {
  const db = await openRaw(name);
  if (db) {
    db.onversionchange = () => onWanted(db);
    db.onclose = () => onWanted(db);
  }
  return db;
}

/** Both answers; where one fails, the other is waited for, so that no connection is left behind. */
async function bothOf<T>(
  opening: Promise<IDBDatabase | undefined>,
  other: Promise<T>,
): Promise<[IDBDatabase | undefined, T]> {
  const [opened, waited] = await Promise.allSettled([opening, other]);
  if (opened.status === 'rejected') throw opened.reason;
  if (waited.status === 'fulfilled') return [opened.value, waited.value];
  opened.value?.close();
  throw waited.reason;
}

/** Dexie's type says that there always is one. */
const isConnected = (db: Dexie) => (db.backendDB() as IDBDatabase | null) !== null;

async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
