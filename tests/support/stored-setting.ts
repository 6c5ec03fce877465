import type { Page } from 'puppeteer-core';
import { databaseName } from '../../lib/store/database.ts';

/**
 * Returns the value of a stored setting, undefined if there is none; `own` is a page of the
 * extension.
 */
export function storedSetting<T>(own: Page, key: string): Promise<T | undefined> {
  return own.evaluate(
    async (name, wanted) => {
      const settled = <R>(request: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await settled(indexedDB.open(name));
      const row = await settled(db.transaction('settings').objectStore('settings').get(wanted));
      db.close();
      return row?.value;
    },
    databaseName,
    key,
  );
}
