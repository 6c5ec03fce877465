import type { Dexie } from 'dexie';
import { noteProblem } from '../core/base/problem.ts';
import { type LibraryMark, libraryLoss } from '../core/library/library-mark.ts';
import { attend, openRaw } from './open-raw.ts';
import { lookAt } from './raw-database.ts';
import { explainStoreError, StoreError } from './store-error.ts';

/** What Dexie gets as `indexedDB`, until `openWithCare` changes it. */
export interface Door {
  /** Thrown instead of opening a database. */
  refused?: Error | undefined;
  /**
   * A database that is already open at the version that Dexie wants; it is handed out once, because
   * opening it again would take as long.
   */
  opened?: IDBDatabase | undefined;
}

/** Returns an `indexedDB` that opens a database as the door says. */
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

/**
 * Imitates the request that opened it, as far as Dexie (4.4) uses it: it sets `onsuccess`, and
 * reads `result`.
 */
function requestOf(result: IDBDatabase): IDBOpenDBRequest {
  const request = { result, onsuccess: (_: Event) => {} };
  queueMicrotask(() => request.onsuccess(new Event('success')));
  return request as unknown as IDBOpenDBRequest;
}

interface Care {
  /** Opening takes some ms; an attempt that takes longer than this will never finish by itself. */
  openMs: number;
  /** What was written last; undefined: nothing, or it does not matter. */
  remembered: () => Promise<LibraryMark | undefined>;
  /** What Dexie opens the database through. */
  door: Door;
  beforeUpgrade?: (() => Promise<unknown>) | undefined;
  whenClosed?: ClosedByBrowser | undefined;
  /** A connection that was opened before, for the first opening only. */
  early?: Promise<Looked | undefined> | undefined;
}

/** A connection to the current database, before Dexie uses it. */
export interface Looked {
  /** Undefined if there is no database. */
  db: IDBDatabase | undefined;
  /** The mark that is stored in the database; read after `remembered`. */
  mark: LibraryMark | undefined;
  remembered: LibraryMark | undefined;
  /** True once another page deletes or changes the database, or the browser closes it. */
  isWanted(): boolean;
}

/**
 * What to do when the browser closes a database by itself, because it can't write or read its
 * files.
 */
export interface ClosedByBrowser {
  onClose: () => Promise<void>;
  /**
   * Called each time before it is opened; false: there is no room yet, and opening it would lose
   * it. Rejects if it could not be made safe for another reason.
   */
  mayOpen: () => Promise<boolean>;
}

/** A copy before an upgrade that takes longer is abandoned, because the clips are needed. */
const copyMs = 30_000;
/**
 * An index over a hundred thousand rows takes seconds; if it were abandoned, it would start over
 * each time.
 */
const upgradeMs = 120_000;

/**
 * Makes Dexie (4.4) open a database with care, at the first query and whenever it opens it again:
 *
 * - A database that a newer Wrapup wrote is refused and stays as it is. Dexie would open it, and
 * change it to the shape that it knows.
 * - A database that lacks what was written last, because the browser created an empty one or lost
 * the newest writes, is refused until the user has decided. Dexie would continue as if there had
 * been nothing.
 * - A database that could not be opened (a full disk, a locked file) is opened again when it is
 * next needed. Dexie would answer everything with the first failure as long as the page is open.
 * - An attempt that takes longer than `openMs` is abandoned for now, so that nobody waits forever;
 * a database of an earlier version gets the time that an upgrade takes.
 * - A database that the browser closed is not opened, not even to examine it, before `mayOpen`
 * allows it.
 * - Before a database of an earlier version is changed, `beforeUpgrade` may copy it.
 */
export function openWithCare(
  db: Dexie,
  { openMs, remembered, door, beforeUpgrade, whenClosed, early }: Care,
): void {
  const open = db.open.bind(db);
  let version: number | undefined;
  if (whenClosed) {
    // Dexie (4.4) also reports this after a failed opening, when there was nothing to close.
    db.on('close', () => {
      if (isConnected(db)) void whenClosed.onClose();
    });
  }
  let wasOpen = false;
  let waiting = early;
  /** Uses a connection that was opened early, or opens one. */
  const look = async (): Promise<Looked | StoreError> => {
    const begun = waiting;
    waiting = undefined;
    const opened = await begun;
    if (opened && !opened.isWanted()) return opened;
    const remembering = remembered();
    // Dexie may open it again before the browser reports that it closed it.
    if (wasOpen) await whenClosed?.onClose();
    if (whenClosed && !(await whenClosed.mayOpen())) {
      return new StoreError('storage-full', 'closed by the browser, and no room since');
    }
    // It is opened while that is read, and from the start receives the events that Dexie would.
    return lookFirst(db.name, remembering);
  };
  const refusal = async (isOver: () => boolean): Promise<StoreError | undefined> => {
    const looked = await look();
    if (looked instanceof StoreError) return looked;
    const { db: raw, mark, remembered: last } = looked;
    const isWanted = attend(raw, () => {
      if (door.opened !== raw) return;
      door.opened = undefined;
      raw?.close();
    });
    try {
      version = raw?.version;
      if (version !== undefined && version > db.verno * 10) {
        return new StoreError('storage-newer', `version ${version}`);
      }
      const loss = libraryLoss(mark, last);
      if (loss) return new StoreError(`library-${loss.what}`, loss);
      const isFree = !looked.isWanted() && !isWanted() && !isOver();
      if (version === db.verno * 10 && isFree) door.opened = raw;
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
      // Upgrades only add, so without a copy before them nothing is lost yet.
      await inTime(beforeUpgrade(), copyMs).catch((thrown: unknown) =>
        noteProblem('snapshot.migration', thrown),
      );
    }
    // This cancels the attempt; what waits for it gets a failure.
    const timer = setTimeout(() => db.close(), isEarlier ? upgradeMs : openMs);
    try {
      const opened = await open();
      wasOpen = true;
      return opened;
    } catch (cause) {
      // This comes later, so that what waits for this attempt gets its failure and does not start
      // another.
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
  // Callers during an attempt to open wait for the same attempt.
  const openOnce = () => {
    opening ??= openChecked().finally(() => {
      opening = undefined;
    });
    return opening;
  };
  const { Promise: DexiePromise } = db.constructor as typeof Dexie;
  // An open database is not checked again, because it would look like one that the browser has
  // closed.
  db.open = () => DexiePromise.resolve(opening ?? (db.isOpen() ? db : openOnce()));
}

/**
 * Opens the current database, and reads the mark in it.
 * @param remembering read before that: writes in the meantime make the database newer than the
 * remembered state
 */
async function lookFirst(
  name: string,
  remembering: Promise<LibraryMark | undefined>,
): Promise<Looked> {
  let isWanted = () => false;
  const opening = openRaw(name).then((raw) => {
    isWanted = attend(raw);
    return raw;
  });
  const [db, remembered] = await bothOf(opening, remembering);
  try {
    return { db, mark: db && (await lookAt(db)).mark, remembered, isWanted: () => isWanted() };
  } catch (thrown) {
    db?.close();
    throw thrown;
  }
}

/**
 * Returns both answers; if one fails, it waits for the other, so that no connection is left open.
 */
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
