import type { Dexie } from 'dexie';
import { rawVersion } from './raw-database.ts';
import { StoreError } from './store-error.ts';

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

/**
 * Makes Dexie (4.4) open a database with care:
 *
 * - One that a newer Wrapup wrote is refused and left as it is. Dexie would open it, and change it to
 *   the shape that it knows.
 * - One that could not be opened (a full disk, a locked file) is opened again when it is next needed.
 *   Dexie would answer everything with the first failure for as long as the page lives.
 * - One that does not open in `openMs` is given up for now, so that nobody waits for ever.
 * @param openMs opening takes some ms; what takes longer than this will not end by itself
 * @param refuse told why the database is not to be opened; undefined: it may be
 */
export function openWithCare(
  db: Dexie,
  openMs: number,
  refuse: (error: StoreError | undefined) => void,
): void {
  const open = db.open.bind(db);
  const openChecked = async (): Promise<Dexie> => {
    const found = await rawVersion(db.name);
    const isNewer = found !== undefined && found > db.verno * 10;
    refuse(isNewer ? new StoreError('storage-newer', `version ${found}`) : undefined);
    // Cancels the attempt; what waits for it gets a failure.
    const timer = setTimeout(() => db.close(), openMs);
    try {
      return await open();
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
