import { browser } from 'wxt/browser';
import type { Watched } from '../../lib/app/export-wrap-up.ts';
import { writeBackupFile } from '../../lib/browser/backup-file.ts';
import { type Failure, toFailure } from '../../lib/core/base/errors.ts';
import { fail, ok, type Result } from '../../lib/core/base/result.ts';
import {
  type BackupPlan,
  backupFileName,
  isBackupDue,
  type LastBackup,
} from '../../lib/core/library/backup-state.ts';
import { toStoreError } from '../../lib/store/store-error.ts';
import { watchBackupPlan, watchLastBackup } from '../../lib/store/watch.ts';
import { database, deps } from './edges.ts';
import { downloadFile } from './take-away.ts';
import { type Live, useLive } from './use-live.ts';

/** The newest backup of this machine; its value is undefined until it is read, null for none. */
function useLastBackup(): Live<LastBackup | null> {
  return useLive<LastBackup | null>('backup', (next, fail) =>
    watchLastBackup(database, (last) => next(last ?? null), fail),
  );
}

export interface BackupState {
  /** Null: none was made here. */
  last: LastBackup | null;
  plan: BackupPlan | undefined;
  /** True if the plan's day has come. */
  due: boolean;
}

/** What is known of backups here; undefined until it is read. */
export function useBackups(): BackupState | undefined {
  const last = useLastBackup().value;
  const plan = useLive<BackupPlan | null>('backup plan', (next, fail) =>
    watchBackupPlan(database, (found) => next(found ?? null), fail),
  ).value;
  if (last === undefined || plan === undefined) return undefined;
  const now = deps.clock.now();
  const due = isBackupDue(plan ?? undefined, last ?? undefined, now, deps.clock.offsetMinutes(now));
  return { last, plan: plan ?? undefined, due };
}

export interface DownloadedBackup {
  name: string;
  bytes: number;
}

/** Everything that is stored as one file, handed to the browser's downloads. */
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
 * Makes a backup, and remembers that.
 * @param write puts a file of this name where it belongs; what `fill` throws ends it, with nothing left
 */
export async function backUpTo(
  write: <T>(name: string, fill: (out: Out) => Promise<T>) => Promise<T>,
  nameAt: (now: string, offsetMinutes: number) => string,
  watched: Watched,
): Promise<Result<DownloadedBackup, Failure>> {
  const { backUp, createLibraryStore } = await import('./library-file.ts');
  const createdAt = deps.clock.now();
  const name = nameAt(createdAt, deps.clock.offsetMinutes(createdAt));
  const library = createLibraryStore(database, deps.clock.now);
  const options = { app: browser.runtime.getManifest().version, createdAt, withPictures: true };
  try {
    const { bytes } = await write(name, async (out) => {
      const backedUp = await backUp({ ...deps, library }, out, options, watched);
      // Nothing is left of a file that is not whole.
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
