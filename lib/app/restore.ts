import { checkLibrary, type LibraryFile, openLibrary } from '../backup/library-reader.ts';
import type { InspectedBackup, RestoreMode, RestoreReport } from '../backup/restore-report.ts';
import type { ByteSource } from '../backup/zip-reader.ts';
import { type Failure, failure } from '../core/base/errors.ts';
import { fail, type Result } from '../core/base/result.ts';
import { attempt, CodedError } from './attempt.ts';
import type { Watched } from './export-wrap-up.ts';
import type { LibraryStore } from './ports.ts';

interface Deps {
  library: LibraryStore;
}

/** Reads all of a file that is supposed to be a backup, and changes nothing. */
export async function inspectBackup(
  deps: Deps,
  source: ByteSource,
  { signal, onProgress }: Watched,
): Promise<Result<InspectedBackup, Failure>> {
  const inspected = await attempt(async () => {
    const file = await openLibrary(source);
    let read = 0;
    const { counts } = await checkLibrary(file, (bytes) => {
      if (signal.aborted) throw new CodedError('export-cancelled');
      read += bytes;
      onProgress(read, file.size);
    });
    return { file, counts, report: await deps.library.compare(file) };
  });
  return signal.aborted ? fail(failure('export-cancelled')) : inspected;
}

/**
 * Restores an inspected backup. The pictures come first, while nothing refers to them; then all
 * records in one transaction. A restore that ends early leaves everything as before, and a second
 * one resumes with the pictures where the first ended.
 * @param keepAsItIs makes the current library recoverable; if it can't, nothing is restored
 */
export async function restoreBackup(
  deps: Deps & { keepAsItIs: () => Promise<Result<unknown, Failure>> },
  file: LibraryFile,
  mode: RestoreMode,
  { signal, onProgress }: Watched,
): Promise<Result<RestoreReport, Failure>> {
  const kept = await deps.keepAsItIs();
  if (!kept.ok) return kept;
  const restored = await attempt(async () => {
    await deps.library.restorePictures(file, (done, total) => {
      if (signal.aborted) throw new CodedError('export-cancelled');
      onProgress(done, total);
    });
    return deps.library.restore(file, mode);
  });
  return !restored.ok && signal.aborted ? fail(failure('export-cancelled')) : restored;
}
