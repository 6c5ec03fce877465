/**
 * The database's first shape. Frozen: what has shipped is never edited; a change is a new file.
 *
 * `live` (1 or 0, the opposite of soft deletion) is stored with each record, because IndexedDB
 * can't index null; so lists and counts never load what was deleted.
 */
export const version1 = {
  wrapUps: 'id, [live+updatedAt], deletedAt',
  items: 'id, [wrapUpId+live+order], [wrapUpId+order], [fingerprint+live], deletedAt, assetId',
  originals: 'id',
  assets: 'id',
  settings: 'key',
} as const;
