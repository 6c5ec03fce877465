import type { LibraryMark } from '../core/library/library-mark.ts';

/** The row of the settings that holds the library's mark. */
export const markKey = 'library';

/** Where it is remembered, outside the database, what this context wrote last. */
export interface Sentinel {
  /** What was written last by any context; undefined: nothing. Never rejects. */
  read(): Promise<LibraryMark | undefined>;
  /** Told after each commit. */
  wrote(mark: LibraryMark): void;
}
