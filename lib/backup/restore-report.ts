import type { RecordKind } from '../core/post/change.ts';
import type { CheckedLibrary, LibraryFile } from './library-reader.ts';
import type { Verdict } from './merge-record.ts';

/** The text tables, in the order in which they are read. */
export type TextTable =
  | 'wrapUps'
  | 'items'
  | 'originals'
  | 'changes'
  | 'settings'
  | 'tombstones'
  | 'replacedPictures';

/** How many records fall into each case; deleted ones do not count. */
export interface RestoreCounts {
  new: number;
  same: number;
  newerHere: number;
  newerThere: number;
  both: number;
  /** Records that the file does not have. */
  onlyHere: number;
  /** New records that were purged here; a merge leaves them out. */
  purgedHere: number;
}

/**
 * A text of the file that is not used in the stored record, and becomes a version in the history.
 */
export interface LeftVersion {
  record: RecordKind;
  id: string;
  field: string;
  theirs: unknown;
}

/** What a restore would do, or has done. */
export interface RestoreReport {
  wrapUps: RestoreCounts;
  items: RestoreCounts;
  /** True if the file's house style differs from the stored one and is used. */
  profile: Verdict | 'new';
  /** The first of them, and how many there are. */
  versions: LeftVersion[];
  versionCount: number;
}

/**
 * `merge`: what is here and what the file has, except what was purged here; `revive`: that, too;
 * `replace`: only what the file has.
 */
export type RestoreMode = 'merge' | 'revive' | 'replace';

/** A complete backup of ours, and what a restore would do. */
export interface InspectedBackup {
  file: LibraryFile;
  counts: CheckedLibrary['counts'];
  report: RestoreReport;
}
