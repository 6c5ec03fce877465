import { browser } from 'wxt/browser';
import { attempt } from '../app/attempt.ts';
import type { Watched } from '../app/export-wrap-up.ts';
import { writeBackupFile } from '../browser/backup-file.ts';
import { type Failure, toFailure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { backupFileName } from '../core/library/backup-state.ts';
import { databaseName } from '../store/database.ts';
import { toStoreError } from '../store/store-error.ts';
import { loadLibraryFile } from './loaded-later.ts';
import { database, deps } from './services.ts';
import { createStoredPictures } from './stored-pictures.ts';
import { downloadFile } from './take-away.ts';

export interface DownloadedBackup {
  name: string;
  bytes: number;
}

/** Downloads everything that is stored as one file. */
export const downloadBackup = (watched: Watched): Promise<Result<DownloadedBackup, Failure>> =>
  backUpTo(
    async (name, fill) => {
      const { made, file } = await writeBackupFile(name, fill);
      downloadFile(name, file);
      return made;
    },
    backupFileName,
    watched,
  );

type Out = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/**
 * Makes a backup, and records that.
 * @param write puts a file of this name in its place; what `fill` throws ends it, with nothing left
 */
export async function backUpTo(
  write: <T>(name: string, fill: (out: Out) => Promise<T>) => Promise<T>,
  nameAt: (now: string, offsetMinutes: number) => string,
  watched: Watched,
): Promise<Result<DownloadedBackup, Failure>> {
  const loaded = await attempt(loadLibraryFile);
  if (!loaded.ok) return loaded;
  const { backUp, createLibraryStore } = loaded.value;
  const createdAt = deps.clock.now();
  const name = nameAt(createdAt, deps.clock.offsetMinutes(createdAt));
  const library = createLibraryStore(database, deps.clock.now);
  const options = { app: browser.runtime.getManifest().version, createdAt, withPictures: true };
  try {
    const { bytes } = await write(name, async (out) => {
      const backedUp = await backUp(
        { library, pictures: createStoredPictures(databaseName) },
        out,
        options,
        watched,
      );
      // A file that is not complete is removed.
      if (!backedUp.ok) throw backedUp.error;
      return backedUp.value;
    });
    await deps.backups.setLast({ at: createdAt, bytes });
    return ok({ name, bytes });
  } catch (thrown) {
    const isFull = (thrown as { name?: unknown }).name === 'QuotaExceededError';
    return fail(toFailure(isFull ? toStoreError(thrown) : thrown, 'backup-failed'));
  }
}
