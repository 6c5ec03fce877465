/**
 * The database's second shape: the history of changes. Frozen: what shipped once is never edited.
 * The first shape's stores stay as they are.
 */
export const version2 = {
  changes: '++seq, *marks, *ids',
} as const;
