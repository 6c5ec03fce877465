import type { LibraryFile } from '../backup/library-reader.ts';
import type { RestoreMode, RestoreReport, TextTable } from '../backup/restore-report.ts';
import type { Database } from './database.ts';
import { readLibrary } from './read-library.ts';
import { compareLibrary, restoreLibrary, restorePictures } from './restore-library.ts';
import { guard } from './store-error.ts';

/** Reads or replaces the whole library. */
export function createLibraryStore(db: Database, now: () => string) {
  return {
    readAll: (take: (table: TextTable, rows: unknown[]) => Promise<void>): Promise<void> =>
      readLibrary(db, take),
    pictureIds: (): Promise<string[]> => guard(() => db.assets.toCollection().primaryKeys()),
    compare: (file: LibraryFile): Promise<RestoreReport> => compareLibrary(db, file),
    restorePictures: (
      file: LibraryFile,
      onPicture: (done: number, total: number) => void,
    ): Promise<void> => restorePictures(db, file, now(), onPicture),
    restore: (file: LibraryFile, mode: RestoreMode): Promise<RestoreReport> =>
      restoreLibrary(db, file, mode, now()),
    eraseAll: (): Promise<void> =>
      guard(() =>
        db.transaction('rw', db.tables, async () => {
          for (const table of db.tables) await table.clear();
        }),
      ),
  };
}
