import type { Dexie } from 'dexie';
import { noteProblem } from '../core/base/problem.ts';
import { type LibraryMark, libraryLoss } from '../core/library/library-mark.ts';
import { lookRaw } from './raw-database.ts';
import { explainStoreError, StoreError } from './store-error.ts';

/** `indexedDB` that throws what `refusal` gives instead of opening a database. */
export function refusingFactory(refusal: () => Error | undefined): IDBFactory {
  return {
    open(name, version) {
      const refused = refusal();
      if (refused) throw refused;
      return indexedDB.open(name, version);
    },
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (one, other) => indexedDB.cmp(one, other),
  };
}

interface Care {
  /** Opening takes some ms; what takes longer than this will not end by itself. */
  openMs: number;
  /** What was written last; undefined: nothing, or it does not matter. */
  remembered: () => Promise<LibraryMark | undefined>;
  /** Told why the database is not to be opened; undefined: it may be. */
  refuse: (error: StoreError | undefined) => void;
  beforeUpgrade?: (() => Promise<unknown>) | undefined;
  whenClosed?: ClosedByBrowser | undefined;
}

/** What is done about a database that the browser closes by itself, because it cannot write or read its files. */
export interface ClosedByBrowser {
  onClose: () => Promise<void>;
  /** Asked each time before it is opened; false: there is no room yet, and to open it would lose it. */
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
  { openMs, remembered, refuse, beforeUpgrade, whenClosed }: Care,
): void {
  const open = db.open.bind(db);
  let version: number | undefined;
  if (whenClosed) db.on('close', () => void whenClosed.onClose());
  let wasOpen = false;
  const refusal = async (): Promise<StoreError | undefined> => {
    const remembering = remembered();
    // Dexie may open it again before the browser tells that it closed it.
    if (wasOpen) await whenClosed?.onClose();
    if (whenClosed && !(await whenClosed.mayOpen())) {
      return new StoreError('storage-full', 'closed by the browser, and no room since');
    }
    // After it: what is written meanwhile makes the database newer than what is remembered.
    const found = await lookRaw(db.name, remembering);
    const last = await remembering;
    version = found?.version;
    if (found && found.version > db.verno * 10) {
      return new StoreError('storage-newer', `version ${found.version}`);
    }
    const loss = libraryLoss(found?.mark, last);
    return loss && new StoreError(`library-${loss.what}`, loss);
  };
  const openChecked = async (): Promise<Dexie> => {
    const refused = await inTime(refusal(), openMs).catch(explainStoreError);
    if (refused) noteProblem('store.open', refused);
    refuse(refused);
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
  db.open = () => DexiePromise.resolve(openOnce());
}

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
