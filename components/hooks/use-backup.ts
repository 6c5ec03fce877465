import { browser } from 'wxt/browser';
import type { Watched } from '../../lib/app/export-wrap-up.ts';
import { writeBackupFile } from '../../lib/browser/backup-file.ts';
import { backupFileName, type LastBackup } from '../../lib/core/backup-state.ts';
import { type Failure, toFailure } from '../../lib/core/errors.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { toStoreError } from '../../lib/store/store-error.ts';
import { watchLastBackup } from '../../lib/store/watch.ts';
import { database, deps } from './edges.ts';
import { downloadFile } from './take-away.ts';
import { type Live, useLive } from './use-live.ts';

/** The newest backup of this machine; its value is undefined until it is read, null for none. */
export function useLastBackup(): Live<LastBackup | null> {
  return useLive<LastBackup | null>('backup', (next, fail) =>
    watchLastBackup(database, (last) => next(last ?? null), fail),
  );
}

export interface DownloadedBackup {
  name: string;
  bytes: number;
}

/** Everything that is stored as one file, handed to the browser's downloads. */
export async function downloadBackup(watched: Watched): Promise<Result<DownloadedBackup, Failure>> {
  const { backUp, createLibraryStore } = await import('./library-file.ts');
  const createdAt = deps.clock.now();
  const name = backupFileName(createdAt, deps.clock.offsetMinutes(createdAt));
  const library = createLibraryStore(database, deps.clock.now);
  const options = { app: browser.runtime.getManifest().version, createdAt, withPictures: true };
  try {
    const { made, file } = await writeBackupFile(name, async (out) => {
      const backedUp = await backUp({ ...deps, library }, out, options, watched);
      // Nothing is left of a file that is not whole.
      if (!backedUp.ok) throw backedUp.error;
      return backedUp.value;
    });
    downloadFile(name, file);
    await deps.backups.setLast({ at: createdAt, bytes: made.bytes });
    return ok({ name, bytes: made.bytes });
  } catch (thrown) {
    const isFull = (thrown as { name?: unknown }).name === 'QuotaExceededError';
    return fail(toFailure(isFull ? toStoreError(thrown) : thrown, 'backup-failed'));
  }
}
