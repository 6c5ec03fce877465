import type { Page } from 'puppeteer-core';
import { databaseName } from '../../lib/store/database.ts';

/** What tests need of a stored clip. */
export interface StoredClip {
  kind: string;
  note: string;
  /** Set for a quote. */
  text?: string;
  deletedAt: string | null;
  source?: { url: string };
}

/** Returns all clips, including deleted ones; `own` is a page of the extension. */
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
