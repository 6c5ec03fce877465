import * as v from 'valibot';
import { IdSchema } from '../base/record.ts';

/**
 * Identifies the library in a database, and counts its writes (transactions). The database holds
 * one mark, written with the data; another is outside it, and shows whether the database is new,
 * older or gone (ADR 32).
 */
export const LibraryMarkSchema = v.object({
  id: IdSchema,
  writes: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type LibraryMark = v.InferOutput<typeof LibraryMarkSchema>;

export const parseMark = (value: unknown): LibraryMark | undefined => {
  const parsed = v.safeParse(LibraryMarkSchema, value);
  return parsed.success ? parsed.output : undefined;
};

/** What happened to the library since it was last written. */
export type LibraryLoss =
  /** It is gone, or another is in its place. */
  | { what: 'gone'; mark: LibraryMark }
  /** Its newest writes are missing. */
  | { what: 'behind'; mark: LibraryMark; missing: number };

/**
 * Compares the database's mark with the one that is remembered outside.
 * @param found undefined if there is no database, or one without a mark
 * @param remembered undefined if there is none: before the first write, or if it was lost
 * @returns undefined if nothing is lost
 */
export function libraryLoss(
  found: LibraryMark | undefined,
  remembered: LibraryMark | undefined,
): LibraryLoss | undefined {
  if (remembered === undefined) return undefined;
  if (found?.id !== remembered.id) return { what: 'gone', mark: remembered };
  const missing = remembered.writes - found.writes;
  return missing > 0 ? { what: 'behind', mark: remembered, missing } : undefined;
}

/** What one transaction did to one table: it put rows (by their keys), or deleted keys. */
export interface TableWrite {
  table: string;
  put?: readonly unknown[];
  deleted?: readonly unknown[];
  /** A range of keys; null: all of them. */
  deletedRange?: {
    lower?: unknown;
    upper?: unknown;
    lowerOpen: boolean;
    upperOpen: boolean;
  } | null;
}

/** A transaction that was committed. */
export interface Commit {
  mark: LibraryMark;
  /** In their order; undefined if there were too many to hold in memory. */
  writes: readonly TableWrite[] | undefined;
}
