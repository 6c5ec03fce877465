import type { Page } from 'puppeteer-core';

/**
 * Makes every use of the extension's database fail, in both browsers and in the background too,
 * from a page of the extension: it is replaced by a database of a later version. Its content is
 * gone.
 */
export async function breakDatabase(own: Page): Promise<void> {
  await remake(own, 999_999);
}

/**
 * Lets the extension create its database again, once its background has been restarted; nothing
 * remembers that there was one.
 */
export async function mendDatabase(own: Page): Promise<void> {
  await remake(own, null);
  await own.evaluate(() => chrome.storage.local.clear());
}

function remake(own: Page, version: number | null): Promise<void> {
  return own.evaluate(async (later) => {
    const done = (request: IDBOpenDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => {
          (request.result as IDBDatabase | undefined)?.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      });
    await done(indexedDB.deleteDatabase('wrapup'));
    if (later !== null) await done(indexedDB.open('wrapup', later));
  }, version);
}
