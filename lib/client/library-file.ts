/** Backup and restore, in one piece that is loaded when it is first needed. */

export { backUp } from '../app/back-up.ts';
export { inspectBackup, restoreBackup } from '../app/restore.ts';
export { createLibraryStore } from '../store/library-store.ts';
