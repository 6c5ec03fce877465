/** Runs in a page of the extension: creates a database of the version before blocks. */
import { Dexie } from 'dexie';
import { databaseName } from '../../lib/store/database.ts';
import { version1 } from '../../lib/store/migrations/version-1.ts';
import { version2 } from '../../lib/store/migrations/version-2.ts';
import { version3 } from '../../lib/store/migrations/version-3.ts';
import { version4 } from '../../lib/store/migrations/version-4.ts';
import { openRaw } from '../../lib/store/open-raw.ts';
import { rowsOf } from './popup-records.ts';

function version4Database() {
  const db = new Dexie(databaseName);
  for (const [at, stores] of [version1, version2, version3, version4].entries()) {
    db.version(at + 1).stores(stores);
  }
  return db;
}

/** @returns a function that adds a range of clips */
export async function makeVersion4(clips: number) {
  await Dexie.delete(databaseName);
  const { items, ...others } = rowsOf(clips);
  const db = version4Database();
  for (const [table, rows] of Object.entries(others)) await db.table(table).bulkPut(rows);
  db.close();
  return async (from: number, to: number) => {
    const again = version4Database();
    await again.table('items').bulkPut(items.slice(from, to));
    again.close();
  };
}

/**
 * Returns Dexie's version number, and how many clips are in the store and in the index of version
 * 6, if it exists.
 */
export async function lookAtDatabase() {
  const db = await openRaw(databaseName);
  if (!db) throw new Error('The database is gone');
  const store = db.transaction('items').objectStore('items');
  const index = '[wrapUpId+live+kind]';
  const counts = [store, ...(store.indexNames.contains(index) ? [store.index(index)] : [])].map(
    (each) => {
      const request = each.count();
      return new Promise<number>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    },
  );
  const [clips, inIndex] = await Promise.all(counts);
  const version = db.version / 10;
  db.close();
  return { version, clips, inIndex };
}
