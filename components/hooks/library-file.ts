/** Backup and restore, in one piece that is loaded when it is first needed. */

export { backUp } from '../../lib/app/back-up.ts';
export { inspectBackup, restoreBackup } from '../../lib/app/restore.ts';
export { createLibraryStore } from '../../lib/store/library-store.ts';
