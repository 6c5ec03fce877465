import type { Page } from 'puppeteer-core';
import { databaseName } from '../../lib/store/database.ts';

/** A stored clip in comparable form; '' for what its kind does not have. */
export interface SourcedRecord {
  kind: string;
  markdown: string;
  /** Its target, or a picture's address. */
  url: string;
  source: {
    url: string;
    canonicalUrl: string;
    cleanTitle: string;
    author: string;
    published: string;
  };
}

async function readClips(name: string): Promise<SourcedRecord[]> {
  const opening = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const asking = db.transaction('items').objectStore('items').getAll();
  const rows = await new Promise<(Partial<SourcedRecord> & { createdAt: string })[]>(
    (resolve, reject) => {
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    },
  );
  db.close();
  return rows
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .flatMap(({ kind = '', markdown = '', url = '', source }) =>
      source ? [{ kind, markdown, url, source }] : [],
    );
}

/** Returns the clips in the database, oldest first; `own` is a page of the extension. */
export const sourcedClips = (own: Page): Promise<SourcedRecord[]> =>
  own.evaluate(readClips, databaseName);
