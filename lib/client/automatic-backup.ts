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
/** Nobody watches it, and only closing the page can end it; then nothing is left of it. */
const unwatched = { signal: new AbortController().signal, onProgress: () => undefined };

/** What the user can choose here; Firefox (153) can't write into a folder. */
export const canBackUpIntoFolder = canPickFolder;

/**
 * Plans a daily backup into a folder; call it directly in a click's handler. False: no folder was
 * chosen.
 */
export async function planFolder(): Promise<Result<boolean, Failure>> {
  const picked = await pickFolder('backup');
  if (!picked.ok) return picked;
  if (picked.value === undefined) return ok(false);
  await deps.backups.setPlan({ to: 'folder' }, picked.value);
  void backUpIfDue();
  return ok(true);
}

/**
 * Plans a weekly backup as a download on today's weekday; call it directly in a click's handler.
 * False: not permitted.
 */
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
  // A permission that is no longer needed is given back.
  await browser.permissions.remove(permission);
}

/**
 * Makes the backup that is planned; call it directly in a click's handler, since it may ask for the
 * folder.
 */
export async function backUpAsPlanned(): Promise<Result<DownloadedBackup, Failure>> {
  const folder = await deps.backups.folder();
  if (folder && !(await permit(folder))) return fail(failure('folder-refused'));
  return run(folder);
}

/**
 * Makes a due backup if that needs no question to the user; otherwise the status line still shows
 * that it is due. For a page that stays open.
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
      // This writes to a temporary file, which replaces the original on `close`.
      const writable = await handle.createWritable();
      try {
        const made = await fill((bytes) => writable.write(bytes));
        await writable.close();
        return made;
      } catch (thrown) {
        // This only tidies up; the thrown error says why the file could not be written.
        await writable.abort().catch(() => undefined);
        throw thrown;
      }
    },
    weekdayFileName,
    unwatched,
  );
}
