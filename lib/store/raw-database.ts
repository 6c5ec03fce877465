import { type LibraryMark, parseMark } from '../core/library/library-mark.ts';
import { markKey } from './library-mark.ts';

/** What is known about a database before Dexie touches it. */
export interface RawLook {
  /** In IndexedDB's count (ten times Dexie's). */
  version: number;
  mark: LibraryMark | undefined;
}

/** Undefined if there is no such database. Rejects with IndexedDB's error. */
export async function lookRaw(name: string): Promise<RawLook | undefined> {
  const db = await openRaw(name);
  try {
    return db && (await lookAt(db));
  } finally {
    db?.close();
  }
}

export async function lookAt(db: IDBDatabase): Promise<RawLook> {
  return { version: db.version, mark: await readMark(db) };
}

function readMark(db: IDBDatabase): Promise<LibraryMark | undefined> | undefined {
  if (!db.objectStoreNames.contains('settings')) return undefined;
  const request = db.transaction('settings', 'readonly').objectStore('settings').get(markKey);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(parseMark(request.result?.value));
    request.onerror = () => reject(request.error);
  });
}

/**
 * Opens an existing database, whatever its version; resolves to undefined if there is none, and
 * creates none. Rejects with IndexedDB's error.
 */
export function openRaw(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Otherwise Firefox reports it as an error of the page.
      event.preventDefault();
      if (isMissing) resolve(undefined);
      else reject(request.error);
    };
  });
}

/** Rejects with IndexedDB's error, or if another page does not close it. */
export function removeDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('Another page holds the database'));
  });
}

/** The copy of a database that this version can't read. */
export interface RawCopy {
  version: number;
  stores: Record<string, unknown[]>;
}

/**
 * Copies every row unchanged, from a database of any version; undefined if there is none. The bytes
 * of pictures are left out, because they would make the text file too long.
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
