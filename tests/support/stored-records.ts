import type { Page } from 'puppeteer-core';
import { databaseName } from '../../lib/store/database.ts';

interface StoredAsset {
  id: string;
  mediaType: string;
  createdAt: string;
  base64: string;
}

/** Stores rows in the extension's database unchanged; `page` is a page of the extension. */
export async function storeRecords(
  page: Page,
  records: Record<string, object[]>,
  assets: readonly StoredAsset[] = [],
): Promise<void> {
  await page.evaluate(write, databaseName, records, assets as StoredAsset[]);
}

/** Runs in the page: plain IndexedDB, because Dexie is inside the page's bundle. */
async function write(
  name: string,
  records: Record<string, object[]>,
  assets: StoredAsset[],
): Promise<void> {
  const opening = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = db.transaction([...Object.keys(records), 'assets'], 'readwrite');
  for (const [table, rows] of Object.entries(records)) {
    for (const row of rows) transaction.objectStore(table).put(row);
  }
  for (const { base64, ...asset } of assets) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
    transaction.objectStore('assets').put({ ...asset, bytes });
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
}
