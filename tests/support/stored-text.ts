import type { Page } from 'puppeteer-core';

/**
 * Returns everything that is stored in the database and in `localStorage`, as JSON; read in a page
 * of the extension.
 */
export function storedText(own: Page): Promise<string> {
  return own.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('wrapup'));
    const stores = Array.from(db.objectStoreNames);
    const transaction = db.transaction(stores);
    const rows = await Promise.all(
      stores.map((name) => settled(transaction.objectStore(name).getAll())),
    );
    db.close();
    return JSON.stringify([rows, { ...localStorage }]);
  });
}
