import { LibraryWriter } from '../backup/library-writer.ts';
import { type Failure, failure } from '../core/base/errors.ts';
import { fail, type Result } from '../core/base/result.ts';
import { attempt, CodedError } from './attempt.ts';
import type { Watched } from './export-wrap-up.ts';
import type { LibraryStore, StoredPictures } from './ports.ts';

export interface MadeBackup {
  /** Length in bytes. */
  bytes: number;
}

export interface BackupOptions {
  /** Version of the app. */
  app: string;
  /** ISO instant in UTC. */
  createdAt: string;
  /** If false, the backup has only texts and the names of pictures. */
  withPictures: boolean;
}

/**
 * Writes everything that is stored as one library file (ADR 34), piece by piece.
 * @param out receives the next bytes; the writer waits for it
 */
export async function backUp(
  deps: { library: LibraryStore; pictures: StoredPictures },
  out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void,
  { app, createdAt, withPictures }: BackupOptions,
  { signal, onProgress }: Watched,
): Promise<Result<MadeBackup, Failure>> {
  // This cancels even if the database does not answer.
  signal.addEventListener('abort', deps.pictures.end);
  const written = await attempt(async () => {
    const writer = new LibraryWriter(async (bytes) => {
      if (signal.aborted) throw new CodedError('export-cancelled');
      await out(bytes);
    });
    await deps.library.readAll((table, rows) => writer.add(table, rows));
    const ids = await deps.library.pictureIds();
    let done = 0;
    for (const id of ids) {
      const picture = withPictures ? await deps.pictures.open(id) : { id };
      // No record refers to a picture that was purged meanwhile.
      if (picture) await writer.picture(picture);
      onProgress(++done, ids.length);
    }
    await writer.end({ app, createdAt, hasPictures: withPictures });
    return { bytes: writer.length };
  });
  signal.removeEventListener('abort', deps.pictures.end);
  deps.pictures.end();
  return signal.aborted ? fail(failure('export-cancelled')) : written;
}
