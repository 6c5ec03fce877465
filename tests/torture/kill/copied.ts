import type { Page } from 'puppeteer-core';
import { databaseName } from '../../../lib/store/database.ts';
import { markKey } from '../../../lib/store/library-mark.ts';

/** True once our second place has every write of the database. */
export const isCopied = (keeper: Page): Promise<boolean> =>
  keeper.evaluate(look, databaseName, markKey);

/** Runs in the page. */
async function look(name: string, key: string): Promise<boolean> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open(name));
  const row = await settled(db.transaction('settings').objectStore('settings').get(key));
  db.close();
  const root = await navigator.storage.getDirectory();
  const snapshots = await root.getDirectoryHandle('snapshots', { create: true });
  let after = 0;
  for await (const file of snapshots.keys()) {
    after = Math.max(after, Number(/ (\d+)\.zip$/.exec(file)?.[1] ?? 0));
  }
  const tail = await root.getDirectoryHandle('tail', { create: true });
  const copied = new Set<number>();
  for await (const handle of tail.values()) {
    const text = await (await (handle as FileSystemFileHandle).getFile()).text();
    const [head = ''] = text.split('\n');
    if (head !== '') for (const n of JSON.parse(head).writes) copied.add(n);
  }
  const { writes } = row?.value ?? { writes: 0 };
  for (let n = after + 1; n <= writes; n++) if (!copied.has(n)) return false;
  return true;
}
