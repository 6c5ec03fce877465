/** Folders of our own files. */
export const folders = {
  /** Library files without pictures (`lib/core/library/snapshot.ts`). */
  snapshots: 'snapshots',
  /** What changed since the newest of them (`lib/backup/tail-format.ts`). */
  tail: 'tail',
  /** The bytes of pictures, each once, by their hash. */
  pictures: 'pictures',
} as const;

/** Bytes of all pictures that are kept a second time; the newest stay. */
export const pictureBytes = 256 * 1024 * 1024;
