import { LibraryWriter } from '../../backup/library-writer.ts';
import type { LibraryMark } from '../../core/library/library-mark.ts';
import {
  isSnapshotDue,
  type Snapshot,
  type SnapshotReason,
  snapshotName,
} from '../../core/library/snapshot.ts';
import type { OwnFiles } from '../ports.ts';
import { folders } from './folders.ts';
import { type LastCopy, missingWrites } from './last-copy.ts';
import {
  listSnapshots,
  type SnapshotDeps,
  type StoredRows,
  snapshotTables,
  takeSnapshot,
} from './take-snapshot.ts';
import { collectWords, type WordsOnly } from './words-only.ts';

export interface CopyDeps extends SnapshotDeps {
  /** Undefined if there is no database. */
  openStored(): Promise<
    (StoredRows & { itemsOf(wrapUpId: string): Promise<unknown[]>; close(): void }) | undefined
  >;
  /** What any page or the background wrote last. */
  written(): Promise<LibraryMark | undefined>;
  /**
   * Only one page, or the background, runs this at once; with `ifFree`, it runs now or not at all.
   */
  exclusively<T>(task: () => Promise<T>, options?: { ifFree?: boolean }): Promise<T | undefined>;
  writeWords(words: WordsOnly, at: string, writes: number): Promise<void>;
}

/** Takes a snapshot, and stores the words beside it. Undefined if there is nothing to copy. */
export async function takeSnapshotNow(
  deps: CopyDeps,
  reason: SnapshotReason,
): Promise<Snapshot | undefined> {
  return deps.exclusively(() => snapshotAndWords(deps, reason));
}

/**
 * Takes a snapshot if one is due and no other page is taking it.
 * @param wait if given, one is also due if a page was killed before its writes were copied; waits
 * as long as an open page needs for that
 */
export async function takeSnapshotIfDue(
  deps: CopyDeps,
  wait?: () => Promise<unknown>,
): Promise<void> {
  await deps.exclusively(
    async () => {
      const written = await deps.written();
      const tail = await deps.files.list(folders.tail);
      const bytes = tail.reduce((sum, { size }) => sum + size, 0);
      const all = await listSnapshots(deps.files);
      const isDue = isSnapshotDue(all, { bytes, files: tail.length }, written, deps.now());
      if (isDue || (wait && written && (await isSomeMissing(deps.files, written, wait)))) {
        await snapshotAndWords(deps, 'daily');
      }
    },
    { ifFree: true },
  );
}

/**
 * True if one of the writes so far is in neither snapshot nor tail, and doesn't get there while
 * this waits.
 */
export async function isSomeMissing(
  files: OwnFiles,
  { id, writes }: LibraryMark,
  wait: () => Promise<unknown>,
): Promise<boolean> {
  const missing = await missingWrites(files, id, writes);
  if (missing.length === 0) return false;
  await wait();
  const still = new Set(await missingWrites(files, id, writes));
  return missing.some((n) => still.has(n));
}

async function snapshotAndWords(
  deps: CopyDeps,
  reason: SnapshotReason,
): Promise<Snapshot | undefined> {
  const stored = await deps.openStored();
  if (stored === undefined) return undefined;
  try {
    const snapshot = await takeSnapshot(deps, stored, reason);
    await deps.writeWords(await collectWords(stored), snapshot.at, snapshot.writes);
    return snapshot;
  } finally {
    stored.close();
  }
}

/** Makes a snapshot of the second place's content before another library replaces it. */
export async function keepLastCopy(
  { files, app, now }: SnapshotDeps,
  copy: LastCopy,
  { writes }: LibraryMark,
): Promise<void> {
  const at = now();
  const name = snapshotName({ at, reason: 'loss', writes });
  await files.write(folders.snapshots, name, (out) => writeCopy(copy, { app, at }, out));
}

/** Writes a copy as a library file without pictures. */
export async function writeCopy(
  { rows }: LastCopy,
  { app, at }: { app: string; at: string },
  out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void,
): Promise<void> {
  const writer = new LibraryWriter(out);
  for (const table of snapshotTables) {
    await writer.add(table, [...rows[table].values()]);
  }
  for (const id of rows.pictures.keys()) await writer.picture({ id });
  await writer.end({ app, createdAt: at, hasPictures: false });
}
