export const databaseName = 'wrapup';

/** The version that this Wrapup reads and writes, as IndexedDB counts it (ten times Dexie's). */
export const databaseVersion = 60;
