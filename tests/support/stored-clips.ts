import type { Page } from 'puppeteer-core';
import { databaseName } from '../../lib/store/database.ts';

/** What tests ask of a stored clip. */
export interface StoredClip {
  kind: string;
  note: string;
  /** Of a quote. */
  text?: string;
  deletedAt: string | null;
  source?: { url: string };
}

/** All clips there are, those that were deleted, too; `own` is a page of the extension. */
export function storedClips(own: Page): Promise<StoredClip[]> {
  return own.evaluate(async (name) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open(name));
    const rows = await settled(db.transaction('items').objectStore('items').getAll());
    db.close();
    return rows;
  }, databaseName);
}
