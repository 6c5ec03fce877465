import { crc32 } from '../backup/crc32.ts';
import type { Asset } from '../core/media/asset.ts';
import { openRaw } from '../store/open-raw.ts';

/** Opens a picture in the database with this name, or gives the buffer for its next bytes. */
export type PictureQuestion = { database: string; id: string } | { buffer: ArrayBuffer };

/** What is known about a picture before its bytes. */
export interface PictureHead {
  mediaType: string;
  createdAt: string;
  /** Length in bytes. */
  size: number;
  crc: number;
}

export type PictureAnswer =
  /** Undefined: there is none with this id. */
  | { head: PictureHead | undefined }
  /** The buffer that was sent, filled with `length` bytes; 0 after the last. */
  | { buffer: ArrayBuffer; length: number }
  | { failed: string };

let bytes = new Uint8Array(0);
let at = 0;
let db: IDBDatabase | undefined;

/**
 * A worker of an extension page that reads stored pictures, one at a time. What a browser holds of
 * a picture until garbage collection goes with the worker, which is replaced every few megabytes.
 */
addEventListener('message', async ({ data }: MessageEvent<PictureQuestion>) => {
  try {
    if ('id' in data) postMessage({ head: await open(data) } satisfies PictureAnswer);
    else postMessage(fill(data.buffer), { transfer: [data.buffer] });
  } catch (thrown) {
    postMessage({ failed: String(thrown) } satisfies PictureAnswer);
  }
});

async function open({
  database,
  id,
}: Extract<PictureQuestion, { id: string }>): Promise<PictureHead | undefined> {
  db ??= await openRaw(database);
  if (!db) throw new Error('There is no database');
  // A newer version must not have to wait.
  db.onversionchange = () => db?.close();
  const asset = await read(db, id);
  bytes = new Uint8Array(asset?.bytes ?? new ArrayBuffer(0));
  at = 0;
  if (!asset) return undefined;
  const { mediaType, createdAt } = asset;
  return { mediaType, createdAt, size: bytes.length, crc: crc32(bytes) };
}

function read(from: IDBDatabase, id: string): Promise<Asset | undefined> {
  const request = from.transaction('assets', 'readonly').objectStore('assets').get(id);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function fill(buffer: ArrayBuffer): PictureAnswer {
  const piece = bytes.subarray(at, at + buffer.byteLength);
  new Uint8Array(buffer).set(piece);
  at += piece.length;
  return { buffer, length: piece.length };
}
