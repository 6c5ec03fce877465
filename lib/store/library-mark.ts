import type { LibraryMark } from '../core/library-mark.ts';

/** The row of the settings that holds the library's mark. */
export const markKey = 'library';

/** Where it is remembered, outside the database, what this context wrote last. */
export interface Sentinel {
  /** What was written last by any context; undefined: nothing. Never rejects. */
  read(): Promise<LibraryMark | undefined>;
  /** Told after each commit. */
  wrote(mark: LibraryMark): void;
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
  writes: readonly TableWrite[];
}
