import { parseMark } from '../core/library/library-mark.ts';
import { markKey } from './library-mark.ts';
import { openRaw } from './open-raw.ts';
import { settingKeys } from './setting-keys.ts';

/** How much is read at once; originals may hold megabytes. */
const rowsAtOnce = {
  ...{ wrapUps: 200, items: 500, originals: 25, settings: 100 },
  ...{ tombstones: 500, replacedPictures: 500 },
} as const;
const travelling: readonly unknown[] = Object.values(settingKeys);

/**
 * Opens the rows of a database of any version, with a connection that changes nothing; undefined if
 * there is none. It is read piece by piece, so writes meanwhile need not wait.
 */
export async function openStoredRows(name: string) {
  const db = await openRaw(name);
  if (db === undefined) return undefined;
  // A change of its shape must not have to wait for a reader.
  db.onversionchange = () => db.close();
  const has = (store: string) => db.objectStoreNames.contains(store);
  const ask = <T>(store: string, query: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    done(query(db.transaction(store, 'readonly').objectStore(store)));

  return {
    mark: async () => {
      if (!has('settings')) return undefined;
      return parseMark((await ask('settings', (store) => store.get(markKey)))?.value);
    },
    async *rows(table: keyof typeof rowsAtOnce): AsyncGenerator<unknown[]> {
      if (!has(table)) return;
      const count = rowsAtOnce[table];
      for (let range: IDBKeyRange | null = null; ; ) {
        const transaction = db.transaction(table, 'readonly').objectStore(table);
        const [rows, keys]: [unknown[], IDBValidKey[]] = await Promise.all([
          done(transaction.getAll(range, count)),
          done(transaction.getAllKeys(range, count)),
        ]);
        yield table === 'settings' ? rows.filter(isTravelling) : rows;
        const last = keys.at(-1);
        if (last === undefined || rows.length < count) return;
        range = IDBKeyRange.lowerBound(last, true);
      }
    },
    /** The items of one wrap-up, in their order. */
    itemsOf: (wrapUpId: string): Promise<unknown[]> =>
      ask('items', (store) =>
        store.index('[wrapUpId+order]').getAll(IDBKeyRange.bound([wrapUpId], [wrapUpId, []])),
      ),
    pictureIds: async () =>
      has('assets') ? (await ask('assets', (store) => store.getAllKeys())).map(String) : [],
    async picture(id: string): Promise<ArrayBuffer | undefined> {
      const row = await ask('assets', (store) => store.get(id));
      return row?.bytes instanceof ArrayBuffer ? row.bytes : undefined;
    },
    close: () => db.close(),
  };
}

const isTravelling = (row: unknown) => travelling.includes((row as { key?: unknown }).key);

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
