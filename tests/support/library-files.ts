import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { AssetStore, StoredPictures } from '../../lib/app/ports.ts';
import { crc32 } from '../../lib/backup/crc32.ts';
import { LibraryWriter, type PictureInPieces } from '../../lib/backup/library-writer.ts';
import type { ByteSource } from '../../lib/backup/zip-reader.ts';
import { sha256Hex } from '../../lib/core/base/hash.ts';
import type { Asset } from '../../lib/core/media/asset.ts';
import { instant } from './records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Rows of the tables, as they are stored. */
export interface LibraryRows {
  wrapUps?: readonly unknown[];
  items?: readonly unknown[];
  originals?: readonly unknown[];
  changes?: readonly unknown[];
  settings?: readonly unknown[];
}

export async function pictureOf(text: string): Promise<Asset> {
  const bytes = new TextEncoder().encode(text).buffer;
  return { id: await sha256Hex(bytes), mediaType: 'image/png', createdAt: instant, bytes };
}

/** Returns a picture as a backup gets it: in a few pieces, in a buffer that is reused. */
export function inPieces({ bytes, ...asset }: Asset): PictureInPieces {
  const all = new Uint8Array(bytes);
  async function* pieces() {
    const place = new Uint8Array(Math.ceil(all.length / 3));
    for (let at = 0; at < all.length; at += place.length) {
      const piece = all.subarray(at, at + place.length);
      place.set(piece);
      yield place.subarray(0, piece.length);
    }
  }
  return { ...asset, size: all.length, crc: crc32(all), pieces: pieces() };
}

/** Stored pictures, read as a backup reads them. */
export const storedPictures = (
  assets: Pick<AssetStore, 'get'>,
): StoredPictures & { ended: number } => ({
  ended: 0,
  async open(id) {
    const asset = await assets.get(id);
    return asset && inPieces(asset);
  },
  end() {
    this.ended++;
  },
});

/** Returns a complete library file with these rows and pictures. */
export async function libraryOf(
  rows: LibraryRows,
  pictures: readonly Asset[] = [],
): Promise<Bytes> {
  const parts: Bytes[] = [];
  const writer = new LibraryWriter((bytes) => void parts.push(bytes.slice()));
  for (const table of ['wrapUps', 'items', 'originals', 'changes', 'settings'] as const) {
    await writer.add(table, rows[table] ?? []);
  }
  for (const picture of pictures) await writer.picture(inPieces(picture));
  await writer.end({ app: '0.1.0', createdAt: instant, hasPictures: true });
  return new Uint8Array(Buffer.concat(parts));
}

export function sourceOf(bytes: Bytes): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

/** Returns the files in a zip, as another program reads them. */
export const filesIn = (bytes: Bytes): Record<string, Uint8Array> => unzipSync(bytes);
export const textIn = (bytes: Bytes, name: string): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array(0));

/** Returns the same library with some of its files changed by hand, packed by another program. */
export function tampered(bytes: Bytes, change: (files: Record<string, Uint8Array>) => void): Bytes {
  const files = { ...unzipSync(bytes) };
  change(files);
  return zipSync(files) as Bytes;
}

/**
 * Returns whether `unzip -t` finds nothing wrong with it; undefined if there is no such program.
 */
export function isGoodToUnzip(bytes: Bytes): boolean | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-zip-'));
  const path = join(folder, 'file.zip');
  writeFileSync(path, bytes);
  try {
    execFileSync('unzip', ['-tqq', path]);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
