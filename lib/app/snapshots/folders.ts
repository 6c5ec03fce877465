/** The folders of our own files. */
export const folders = {
  /** Library files without pictures (`lib/core/library/snapshot.ts`). */
  snapshots: 'snapshots',
  /** What changed since the newest of them (`lib/backup/tail-format.ts`). */
  tail: 'tail',
  /** The bytes of pictures, each once, by their hash. */
  pictures: 'pictures',
} as const;

/** Total bytes of the pictures' second copies; the newest stay. */
export const pictureBytes = 256 * 1024 * 1024;
