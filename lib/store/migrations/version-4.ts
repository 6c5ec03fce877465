/**
 * The database's fourth shape adds tombstones of purged records, and replaced pictures. No earlier
 * record is changed. Frozen.
 */
export const version4 = {
  tombstones: 'id',
  replacedPictures: 'id, replacedAt',
} as const;
