import { type LibraryMark, parseMark } from '../core/library/library-mark.ts';
import { readMarkRow } from './first-rows.ts';
import { answerOf, openRaw } from './open-raw.ts';

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

async function readMark(db: IDBDatabase): Promise<LibraryMark | undefined> {
  return db.objectStoreNames.contains('settings') ? parseMark(await readMarkRow(db)) : undefined;
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
      names.map(
        async (store) => [store, await answerOf(transaction.objectStore(store).getAll())] as const,
      ),
    );
    return {
      version: db.version,
      stores: Object.fromEntries(rows.map(([store, all]) => [store, all.map(withoutBytes)])),
    };
  } finally {
    db.close();
  }
}

function withoutBytes(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => !(value instanceof ArrayBuffer)),
  );
}
