import { attempt } from '../../lib/app/attempt.ts';
import type { Watched } from '../../lib/app/export-wrap-up.ts';
import { takeSnapshotNow } from '../../lib/app/snapshots/take-copies.ts';
import { BackupError } from '../../lib/backup/backup-error.ts';
import type { LibraryFile } from '../../lib/backup/library-reader.ts';
import type {
  InspectedBackup,
  RestoreMode,
  RestoreReport,
} from '../../lib/backup/restore-report.ts';
import { putPicturesBack } from '../../lib/client/kept-pictures.ts';
import { loadLibraryFile } from '../../lib/client/loaded-later.ts';
import { copies, database, deps, pending } from '../../lib/client/services.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Result } from '../../lib/core/base/result.ts';

/** Reads a file that the user chose, and returns what a restore of it would do. Changes nothing. */
export async function inspectFile(
  file: File,
  watched: Watched,
): Promise<Result<InspectedBackup, Failure>> {
  const loaded = await attempt(loadLibraryFile);
  if (!loaded.ok) return loaded;
  const { createLibraryStore, inspectBackup } = loaded.value;
  const source = {
    size: file.size,
    async read(start: number, end: number) {
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (thrown) {
        // It was changed or removed since it was chosen, or its disk has an error.
        throw new BackupError('backup-damaged', String(thrown));
      }
    },
  };
  return inspectBackup({ library: createLibraryStore(database, deps.clock.now) }, source, watched);
}

/** Restores an inspected file, after a snapshot of what is stored now. */
export async function restoreFile(
  file: LibraryFile,
  mode: RestoreMode,
  watched: Watched,
): Promise<Result<RestoreReport, Failure>> {
  const loaded = await attempt(loadLibraryFile);
  if (!loaded.ok) return loaded;
  const { createLibraryStore, restoreBackup } = loaded.value;
  const library = createLibraryStore(database, deps.clock.now);
  const keepAsItIs = () => attempt(() => takeSnapshotNow(copies, 'restore'));
  const restored = await restoreBackup({ library, keepAsItIs }, file, mode, watched);
  pending.changed();
  // A snapshot has no pictures; those that Wrapup kept a second time are restored.
  if (restored.ok)
    await putPicturesBack().catch((thrown) => noteProblem('restore.pictures', thrown));
  return restored;
}
