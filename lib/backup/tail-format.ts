import type { Commit, TableWrite } from '../core/library/library-mark.ts';

/** The tables that are followed, without the history, because a restore cuts it anyway. */
export const tailTables = [
  ...(['wrapUps', 'items', 'originals', 'settings'] as const),
  ...(['tombstones', 'replacedPictures', 'pictures'] as const),
] as const;
export type TailTable = (typeof tailTables)[number];

/** The new state of one row after the write with this number; without `row`, it was deleted. */
export interface TailLine {
  n: number;
  table: TailTable;
  key: string;
  row?: unknown;
}

/**
 * Changes since a snapshot, in a file of JSON lines: a head that lists its writes, then for each
 * row only its latest state.
 */
export interface TailPart {
  id: string;
  /** The numbers of its writes. */
  writes: number[];
  lines: TailLine[];
}

export const writeTail = ({ id, writes, lines }: TailPart): string =>
  [{ id, writes }, ...lines].map((each) => `${JSON.stringify(each)}\n`).join('');

/**
 * Returns the rows of one commit, by the tables of a library file; undefined if that can't be done
 * row by row.
 */
export function tailLines(commit: Commit): TailLine[] | undefined {
  const lines: TailLine[] = [];
  if (commit.writes === undefined) return undefined;
  for (const write of commit.writes) {
    const table = tableOf(write);
    if (table === undefined) continue;
    if (write.deletedRange !== undefined) return undefined;
    const n = commit.mark.writes;
    for (const row of write.put ?? []) {
      const key = keyOf(row);
      if (key !== undefined) lines.push({ n, table, key, row });
    }
    for (const key of write.deleted ?? []) lines.push({ n, table, key: String(key) });
  }
  return lines;
}

function tableOf({ table }: TableWrite): TailTable | undefined {
  if (table === 'assets') return 'pictures';
  return tailTables.find((each) => each === table);
}

/** Settings are about this machine, except for these. */
const isTravelling = (key: unknown): boolean =>
  key === 'activeWrapUpId' || (typeof key === 'string' && /^profile(?:\/|$)/.test(key));

function keyOf(row: unknown): string | undefined {
  const { id, key } = (row ?? {}) as { id?: unknown; key?: unknown };
  if (key !== undefined) return isTravelling(key) ? String(key) : undefined;
  return typeof id === 'string' ? id : undefined;
}
