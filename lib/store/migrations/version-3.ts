/**
 * The database's third shape: the names of a wrap-up's pictures can be found without reading its
 * items. The browser builds the index from the existing records; none is rewritten. Frozen.
 */
export const version3 = {
  items:
    'id, [wrapUpId+live+order], [wrapUpId+order], [fingerprint+live], [wrapUpId+live+fileName], deletedAt, assetId',
} as const;
