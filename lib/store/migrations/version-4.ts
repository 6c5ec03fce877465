/**
 * The database's fourth shape: what was removed for good, and pictures that others took the place of.
 * No record of the shapes before is changed. Frozen.
 */
export const version4 = {
  tombstones: 'id',
  replacedPictures: 'id, replacedAt',
} as const;
