/**
 * The database's second shape adds the history of changes. Frozen: what has shipped is never
 * edited. The first shape's stores stay as they are.
 */
export const version2 = {
  changes: '++seq, *marks, *ids',
} as const;
