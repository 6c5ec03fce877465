import type { Page } from 'puppeteer-core';
import { sha256Hex } from '../../lib/core/hash.ts';
import { databaseName } from '../../lib/store/database.ts';
import { itemToRow, wrapUpToRow } from '../../lib/store/rows.ts';
import { settingKeys } from '../../lib/store/setting-store.ts';
import { goldenItems, goldenWrapUp } from '../../tests/fixtures/golden/wrap-up.ts';

/**
 * Puts the golden wrap-up into the extension's database as it is, with its own fixed dates, so that
 * the pictures come out the same every time. `page` is a page of the extension; `slide` is the PNG
 * that the picture in it shows.
 */
export async function storeGoldenWrapUp(page: Page, slide: Uint8Array): Promise<void> {
  const assetId = await sha256Hex(new Uint8Array(slide).buffer);
  const records = {
    wrapUps: [wrapUpToRow(goldenWrapUp)],
    items: goldenItems.map((item) =>
      itemToRow(item.kind === 'image' ? { ...item, assetId } : item),
    ),
    settings: [{ key: settingKeys.activeWrapUpId, value: goldenWrapUp.id }],
  };
  const asset = {
    id: assetId,
    mediaType: 'image/png',
    base64: Buffer.from(slide).toString('base64'),
    createdAt: goldenWrapUp.createdAt,
  };
  await page.evaluate(write, databaseName, records, asset);
}

/** Runs in the page: plain IndexedDB, as Dexie is inside of the page's bundle. */
async function write(
  name: string,
  records: Record<string, object[]>,
  { base64, ...asset }: { id: string; mediaType: string; base64: string; createdAt: string },
): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  const opening = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = db.transaction([...Object.keys(records), 'assets'], 'readwrite');
  for (const [table, rows] of Object.entries(records)) {
    for (const row of rows) transaction.objectStore(table).put(row);
  }
  transaction.objectStore('assets').put({ ...asset, bytes });
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
}
