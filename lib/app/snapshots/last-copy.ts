import type { LibraryRow, TableName } from '../../backup/library-format.ts';
import { openLibrary } from '../../backup/library-reader.ts';
import type { TailLine, TailTable } from '../../backup/tail-format.ts';
import { tailTables } from '../../backup/tail-format.ts';
import { readLines, readTail, tailRow } from '../../backup/tail-reader.ts';
import { noteProblem } from '../../core/base/problem.ts';
import type { LibraryMark } from '../../core/library/library-mark.ts';
import { type Snapshot, snapshotName } from '../../core/library/snapshot.ts';
import { createWrapUp } from '../../core/post/create-wrap-up.ts';
import { inboxId } from '../../core/post/item.ts';
import type { OwnFiles } from '../ports.ts';
import { folders } from './folders.ts';
import { listSnapshots } from './take-snapshot.ts';

export type CopiedRows = { [T in TailTable]: Map<string, LibraryRow<T>> };

const noRows = (): CopiedRows => ({
  wrapUps: new Map(),
  items: new Map(),
  originals: new Map(),
  settings: new Map(),
  tombstones: new Map(),
  replacedPictures: new Map(),
  pictures: new Map(),
});

/** What a second place has of the library: the newest readable snapshot, and the changes since. */
export interface LastCopy {
  rows: CopiedRows;
  /** Rows that were deleted since the snapshot. */
  deleted: TailLine[];
  /** When the snapshot was made, without the changes since; undefined if there are only changes. */
  at: string | undefined;
  /** True if it contains only words: no formatting, no pictures. */
  wordsOnly: boolean;
  /** Wrap-ups that did not fit, entirely or in part. */
  leftOut: number;
  /** True if it includes the write with this number. */
  has(n: number): boolean;
}

/** What `collectWords` made, and when. */
export interface KeptWords {
  text: string;
  at: string;
  writes: number;
  leftOut: number;
}

/**
 * Undefined if there is nothing.
 * @param words used if no snapshot can be read
 */
export async function readLastCopy(
  files: OwnFiles,
  library: Pick<LibraryMark, 'id'>,
  words: () => Promise<KeptWords | undefined> = async () => undefined,
): Promise<LastCopy | undefined> {
  let rows = noRows();
  const snapshot = await readNewest(files, rows);
  const kept = snapshot === undefined ? await words() : undefined;
  if (kept) rows = readWordsOnly(kept.text);
  const after = snapshot?.writes ?? kept?.writes ?? 0;
  const parts = await orNone(readParts(files, library.id));
  const deleted: TailLine[] = [];
  const lines = parts.flatMap((part) => part.lines).filter(({ n }) => n > after);
  for (const line of lines.toSorted((a, b) => a.n - b.n)) {
    if (line.row === undefined) {
      rows[line.table].delete(line.key);
      deleted.push(line);
    } else {
      putRow(rows, line.table, line.row);
    }
  }
  const writes = new Set(parts.flatMap((part) => part.writes));
  const base = snapshot ?? kept;
  if (base === undefined && lines.length === 0) return undefined;
  addMissingWrapUps(rows);
  return {
    rows,
    deleted,
    at: base?.at,
    wordsOnly: kept !== undefined,
    leftOut: kept?.leftOut ?? 0,
    has: (n) => n <= after || writes.has(n),
  };
}

/**
 * Each page copies its own writes a moment later. If the page that created a wrap-up was killed
 * before that, only clips of the wrap-up exist, which no page would show. A wrap-up as old as its
 * first clip stands in; wherever the real one exists, that one wins.
 */
function addMissingWrapUps({ wrapUps, items }: CopiedRows): void {
  const firstIn = new Map<string, string>();
  for (const { wrapUpId, createdAt } of items.values()) {
    const first = firstIn.get(wrapUpId);
    if (first === undefined || createdAt < first) firstIn.set(wrapUpId, createdAt);
  }
  for (const [id, now] of firstIn) {
    if (id === inboxId || wrapUps.has(id)) continue;
    const offsetMinutes = -new Date(now).getTimezoneOffset();
    wrapUps.set(id, createWrapUp({ id, now, offsetMinutes }));
  }
}

/**
 * Returns the numbers of the writes, up to this one, that are in neither the newest snapshot nor
 * the changes since.
 */
export async function missingWrites(files: OwnFiles, id: string, upTo: number): Promise<number[]> {
  const after = (await listSnapshots(files))[0]?.writes ?? 0;
  const has = new Set((await readParts(files, id)).flatMap(({ writes }) => writes));
  const all = Array.from({ length: Math.max(0, upTo - after) }, (_, at) => after + 1 + at);
  return all.filter((n) => !has.has(n));
}

/** Returns the rows that `collectWords` made; unreadable lines are left out. */
export function readWordsOnly(text: string): CopiedRows {
  const rows = noRows();
  for (const { table, row } of readLines(text)) {
    const known = tailTables.find((each) => each === table);
    if (known) putRow(rows, known, row);
  }
  return rows;
}

/** An unreadable snapshot is skipped: an older one is better than none. */
async function readNewest(files: OwnFiles, rows: CopiedRows): Promise<Snapshot | undefined> {
  for (const snapshot of await orNone(listSnapshots(files))) {
    try {
      const blob = await files.read(folders.snapshots, snapshotName(snapshot));
      if (blob === undefined) continue;
      const library = await openLibrary(sourceOf(blob));
      for (const table of tailTables) {
        for await (const some of library.rows(table as TableName)) {
          for (const row of some) putRow(rows, table, row);
        }
      }
      return snapshot;
    } catch (thrown) {
      noteProblem('snapshot.read', thrown);
      for (const table of tailTables) rows[table].clear();
    }
  }
  return undefined;
}

/** If our own files are damaged, too, the words are still there. */
async function orNone<T>(list: Promise<T[]>): Promise<T[]> {
  try {
    return await list;
  } catch (thrown) {
    noteProblem('snapshot.list', thrown);
    return [];
  }
}

async function readParts(files: OwnFiles, id: string) {
  const names = (await files.list(folders.tail)).map(({ name }) => name);
  const texts = await Promise.all(
    names.map(async (name) => (await (await files.read(folders.tail, name))?.text()) ?? ''),
  );
  return texts.map(readTail).filter((part) => part !== undefined && part.id === id) as NonNullable<
    ReturnType<typeof readTail>
  >[];
}

function putRow<T extends TailTable>(rows: CopiedRows, table: T, row: unknown): void {
  const parsed = tailRow(table, row);
  if (parsed === undefined) return;
  const { id, key } = parsed as { id?: string; key?: string };
  (rows[table] as Map<string, LibraryRow<T>>).set(id ?? key ?? '', parsed);
}

export const sourceOf = (blob: Blob) => ({
  size: blob.size,
  read: async (start: number, end: number) =>
    new Uint8Array(await blob.slice(start, end).arrayBuffer()),
});
