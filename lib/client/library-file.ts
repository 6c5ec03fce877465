/** Backup and restore, in one chunk that is loaded when first needed. */

export { backUp } from '../app/back-up.ts';
export { inspectBackup, restoreBackup } from '../app/restore.ts';
export { createLibraryStore } from '../store/library-store.ts';
