import { browser } from 'wxt/browser';
import { writeBackupFile } from '../browser/backup-file.ts';
import { canPickFolder, isPermitted, permit, pickFolder } from '../browser/site-folder.ts';
import { downloadUnattended } from '../browser/unattended-download.ts';
import { type Failure, failure } from '../core/base/errors.ts';
import { noteProblem } from '../core/base/problem.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import {
  backupFileName,
  isBackupDue,
  weekdayFileName,
  weekdayOf,
} from '../core/library/backup-state.ts';
import { backUpTo, type DownloadedBackup } from './back-up-now.ts';
import { deps } from './services.ts';

const permission = { permissions: ['downloads' as const] };
/** Nobody looks on, and nobody can end it but by closing the page: then nothing is left of it. */
const unwatched = { signal: new AbortController().signal, onProgress: () => undefined };

/** What the user can choose here; Firefox (153) writes into no folder. */
export const canBackUpIntoFolder = canPickFolder;

/** Backs up into a folder every day from now on; right in a click's handler. False: not chosen. */
export async function planFolder(): Promise<Result<boolean, Failure>> {
  const picked = await pickFolder('backup');
  if (!picked.ok) return picked;
  if (picked.value === undefined) return ok(false);
  await deps.backups.setPlan({ to: 'folder' }, picked.value);
  void backUpIfDue();
  return ok(true);
}

/** Downloads a backup every week on today's day; right in a click's handler. False: not granted. */
export async function planDownload(): Promise<Result<boolean, Failure>> {
  if (!(await browser.permissions.request(permission))) return ok(false);
  const now = deps.clock.now();
  const weekday = weekdayOf(now, deps.clock.offsetMinutes(now));
  await deps.backups.setPlan({ to: 'download', weekday });
  void backUpIfDue();
  return ok(true);
}

export async function planNothing(): Promise<void> {
  await deps.backups.setPlan(undefined);
  // What is not needed any more is given back.
  await browser.permissions.remove(permission);
}

/** Makes the backup that the plan asks for; right in a click's handler, since it may ask for the folder. */
export async function backUpAsPlanned(): Promise<Result<DownloadedBackup, Failure>> {
  const folder = await deps.backups.folder();
  if (folder && !(await permit(folder))) return fail(failure('folder-refused'));
  return run(folder);
}

/**
 * Makes the backup that is due, where nobody needs to be asked; else the status line goes on saying that it
 * is due. For a page that stays open.
 */
export async function backUpIfDue(): Promise<void> {
  try {
    await navigator.locks.request('wrapup:backup', { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const [plan, last] = [await deps.backups.plan(), await deps.backups.last()];
      const now = deps.clock.now();
      if (!isBackupDue(plan, last, now, deps.clock.offsetMinutes(now))) return;
      const folder = await deps.backups.folder();
      const may = folder
        ? await isPermitted(folder)
        : await browser.permissions.contains(permission);
      if (!may) return;
      const made = await run(folder);
      if (!made.ok) noteProblem('backup.automatic', made.error);
    });
  } catch (thrown) {
    noteProblem('backup.automatic', thrown);
  }
}

function run(
  folder: FileSystemDirectoryHandle | undefined,
): Promise<Result<DownloadedBackup, Failure>> {
  if (folder === undefined) {
    return backUpTo(
      async (name, fill) => {
        const { made, file } = await writeBackupFile(name, fill);
        await downloadUnattended(name, file);
        return made;
      },
      backupFileName,
      unwatched,
    );
  }
  return backUpTo(
    async (name, fill) => {
      const handle = await folder.getFileHandle(name, { create: true });
      // Goes to a file beside it, which takes its place on `close`.
      const writable = await handle.createWritable();
      try {
        const made = await fill((bytes) => writable.write(bytes));
        await writable.close();
        return made;
      } catch (thrown) {
        // Tidying up: what is told is why it could not be written.
        await writable.abort().catch(() => undefined);
        throw thrown;
      }
    },
    weekdayFileName,
    unwatched,
  );
}
