import type { LibraryMark } from '../core/library/library-mark.ts';

/** The row of the settings that holds the library's mark. */
export const markKey = 'library';

/** Remembers, outside the database, what this context wrote last. */
export interface Sentinel {
  /** What any context wrote last; undefined: nothing. Never rejects. */
  read(): Promise<LibraryMark | undefined>;
  /** Called after each commit. */
  wrote(mark: LibraryMark): void;
}
