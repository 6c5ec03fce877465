import { LibraryWriter } from '../../backup/library-writer.ts';
import { readTail } from '../../backup/tail-reader.ts';
import type { LibraryMark } from '../../core/library/library-mark.ts';
import {
  newestSnapshot,
  parseSnapshotName,
  type Snapshot,
  type SnapshotReason,
  snapshotName,
  superfluousSnapshots,
} from '../../core/library/snapshot.ts';
import type { OwnFiles } from '../ports.ts';
import { folders, pictureBytes } from './folders.ts';

/** The text tables of a snapshot, in the order of a library file. */
export const snapshotTables = [
  ...(['wrapUps', 'items', 'originals', 'settings'] as const),
  ...(['tombstones', 'replacedPictures'] as const),
] as const;

/** The library as it is stored, in any version; it is read piece by piece, while others write. */
export interface StoredRows {
  mark(): Promise<LibraryMark | undefined>;
  /** Only the settings that are about the posts. */
  rows(table: (typeof snapshotTables)[number]): AsyncIterable<unknown[]>;
  pictureIds(): Promise<string[]>;
  /** Undefined if it is gone by now. */
  picture(id: string): Promise<ArrayBuffer | undefined>;
}

export interface SnapshotDeps {
  files: OwnFiles;
  /** The app's version. */
  app: string;
  /** ISO instant in UTC. */
  now(): string;
}

/**
 * Writes all words, and where they belong, to a library file in a second place, and keeps each
 * picture there once, up to a limit. What is written meanwhile may be only partly in it; the
 * followed changes complete it, since they begin earlier. Rejects with the error of the browser or
 * the store.
 */
export async function takeSnapshot(
  { files, app, now }: SnapshotDeps,
  stored: StoredRows,
  reason: SnapshotReason,
): Promise<Snapshot> {
  const mark = await stored.mark();
  const named = { at: now(), reason, writes: mark?.writes ?? 0 };
  const pictures = await stored.pictureIds();
  let size = 0;
  await files.write(folders.snapshots, snapshotName(named), async (out) => {
    const writer = new LibraryWriter(out);
    for (const table of snapshotTables) {
      for await (const rows of stored.rows(table)) await writer.add(table, rows);
    }
    for (const id of pictures) await writer.picture({ id });
    await writer.end({ app, createdAt: named.at, hasPictures: false });
    size = writer.length;
  });
  await keepPictures(files, stored, pictures);
  await tidyUp(files);
  return { ...named, size };
}

/** Adds the pictures that are missing; if there is no room for all, the oldest go. */
async function keepPictures(
  files: OwnFiles,
  stored: StoredRows,
  ids: readonly string[],
): Promise<void> {
  const kept = new Set((await files.list(folders.pictures)).map(({ name }) => name));
  let bytes = 0;
  for (const id of ids) {
    if (kept.has(id) || bytes > pictureBytes) continue;
    const picture = await stored.picture(id);
    if (picture === undefined) continue;
    bytes += picture.byteLength;
    await files.write(folders.pictures, id, (out) => out(new Uint8Array(picture)));
  }
}

/** Removes surplus snapshots, changes that a snapshot has, and pictures beyond the limit. */
async function tidyUp(files: OwnFiles): Promise<void> {
  const snapshots = await listSnapshots(files);
  const goes = superfluousSnapshots(snapshots);
  for (const each of goes) await files.remove(folders.snapshots, snapshotName(each));
  const newest = newestSnapshot(snapshots);
  for (const { name } of await files.list(folders.tail)) {
    const part = readTail((await (await files.read(folders.tail, name))?.text()) ?? '');
    const isInIt = part?.writes.every((n) => n <= (newest?.writes ?? 0)) ?? true;
    if (isInIt) await files.remove(folders.tail, name);
  }
  let bytes = 0;
  const pictures = await files.list(folders.pictures);
  for (const { name, size } of pictures.toSorted((a, b) => b.changedMs - a.changedMs)) {
    bytes += size;
    if (bytes > pictureBytes) await files.remove(folders.pictures, name);
  }
}

/** Lists the newest first. */
export async function listSnapshots(files: OwnFiles): Promise<Snapshot[]> {
  const all = await files.list(folders.snapshots);
  return all
    .map(({ name, size }) => parseSnapshotName(name, size))
    .filter((snapshot) => snapshot !== undefined)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
