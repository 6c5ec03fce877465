export const databaseName = 'wrapup';

/** The version that this Wrapup reads and writes, in IndexedDB's numbering (ten times Dexie's). */
export const databaseVersion = 60;
