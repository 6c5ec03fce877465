import type { RecordKind } from '../core/post/change.ts';
import type { CheckedLibrary, LibraryFile } from './library-reader.ts';
import type { Verdict } from './merge-record.ts';

/** The tables of texts, in the order in which they are read. */
export type TextTable =
  | 'wrapUps'
  | 'items'
  | 'originals'
  | 'changes'
  | 'settings'
  | 'tombstones'
  | 'replacedPictures';

/** How many records are what; deleted ones do not count. */
export interface RestoreCounts {
  new: number;
  same: number;
  newerHere: number;
  newerThere: number;
  both: number;
  /** Those that the file does not have. */
  onlyHere: number;
  /** New ones that were deleted for good here: a merge leaves them out. */
  purgedHere: number;
}

/** A text of the file that found no place in what is stored, and becomes a version of the history. */
export interface LeftVersion {
  record: RecordKind;
  id: string;
  field: string;
  theirs: unknown;
}

/** What a restore would do, or did. */
export interface RestoreReport {
  wrapUps: RestoreCounts;
  items: RestoreCounts;
  /** True if the house style of the file is not the one that is stored, and is taken. */
  profile: Verdict | 'new';
  /** The first of them, and how many there are. */
  versions: LeftVersion[];
  versionCount: number;
}

/**
 * `merge`: what is here and what the file has, but for what was deleted for good here; `revive`: that,
 * too; `replace`: what the file has, and nothing else.
 */
export type RestoreMode = 'merge' | 'revive' | 'replace';

/** A backup that is whole and ours, and what a restore would do. */
export interface InspectedBackup {
  file: LibraryFile;
  counts: CheckedLibrary['counts'];
  report: RestoreReport;
}
