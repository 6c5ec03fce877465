/** The stored version, as IndexedDB counts it (ten times Dexie's); undefined where there is none. */
export async function rawVersion(name: string): Promise<number | undefined> {
  const db = await openRaw(name).catch(() => undefined);
  db?.close();
  return db?.version;
}

/**
 * Opens what is there, whatever its version; resolves to undefined where there is no such database,
 * and makes none. Rejects with what IndexedDB says.
 */
function openRaw(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Firefox reports what nobody prevents as an error of the page.
      event.preventDefault();
      if (isMissing) resolve(undefined);
      else reject(request.error);
    };
  });
}

/** What is copied of a database that this version cannot read. */
export interface RawCopy {
  version: number;
  stores: Record<string, unknown[]>;
}

/**
 * Every row as it stands, of a database of any version; undefined where there is none. The bytes of
 * pictures are left out: a text file of them would be too long.
 */
export async function copyRaw(name: string): Promise<RawCopy | undefined> {
  const db = await openRaw(name);
  if (db === undefined) return undefined;
  try {
    const names = [...db.objectStoreNames];
    if (names.length === 0) return { version: db.version, stores: {} };
    const transaction = db.transaction(names, 'readonly');
    const rows = await Promise.all(
      names.map(async (store) => [store, await allOf(transaction.objectStore(store))] as const),
    );
    return {
      version: db.version,
      stores: Object.fromEntries(rows.map(([store, all]) => [store, all.map(withoutBytes)])),
    };
  } finally {
    db.close();
  }
}

function allOf(store: IDBObjectStore): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = store.getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function withoutBytes(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => !(value instanceof ArrayBuffer)),
  );
}
