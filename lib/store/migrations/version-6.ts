/**
 * The database's sixth shape: the headings, lead-ins and parts of a post can be found without
 * reading all of its items (ADR 47). The browser builds the index from the existing records; none
 * is rewritten. Frozen.
 */
export const version6 = {
  items:
    'id, [wrapUpId+live+order], [wrapUpId+order], [fingerprint+live], [wrapUpId+live+fileName], [wrapUpId+live+kind], deletedAt, assetId',
} as const;
