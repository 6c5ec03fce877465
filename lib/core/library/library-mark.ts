import * as v from 'valibot';
import { IdSchema } from '../base/record.ts';

/**
 * Which library a database holds, and how many writes (transactions) it has seen. The database holds one,
 * written with the data; another stands outside it, and tells when the database is new, older or gone
 * (ADR 32).
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

/** What became of the library since it was last written. */
export type LibraryLoss =
  /** It is not there, or another stands in its place. */
  | { what: 'gone'; mark: LibraryMark }
  /** Its newest writes are missing. */
  | { what: 'behind'; mark: LibraryMark; missing: number };

/**
 * Compares what the database says with what is remembered of it outside.
 * @param found undefined if there is no database, or one that does not say
 * @param remembered undefined if nothing is: before the first write, or where that was lost
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

/** What one transaction did to one table: rows put (by their keys), or keys deleted. */
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
  /** In their order; undefined if it wrote more than is to be held in memory. */
  writes: readonly TableWrite[] | undefined;
}
