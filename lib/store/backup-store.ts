import * as v from 'valibot';
import {
  type BackupPlan,
  BackupPlanSchema,
  type LastBackup,
  LastBackupSchema,
} from '../core/library/backup-state.ts';
import type { Database, SettingRow } from './database.ts';
import { guard } from './store-error.ts';

export const lastBackupKey = 'lastBackup';

/** An unreadable one counts as none. */
export function parseLastBackup(row: SettingRow | undefined): LastBackup | undefined {
  const parsed = v.safeParse(LastBackupSchema, row?.value);
  return parsed.success ? parsed.output : undefined;
}

export const backupPlanKey = 'backupPlan';
const folderKey = 'backupFolder';

/** An unreadable one counts as none. */
export function parseBackupPlan(row: SettingRow | undefined): BackupPlan | undefined {
  const parsed = v.safeParse(BackupPlanSchema, row?.value);
  return parsed.success ? parsed.output : undefined;
}

/** What is remembered about backups; it stays on this machine. */
export function createBackupStore(db: Database) {
  return {
    last: (): Promise<LastBackup | undefined> =>
      guard(async () => parseLastBackup(await db.settings.get(lastBackupKey))),

    setLast: (last: LastBackup): Promise<void> =>
      guard(async () => {
        await db.settings.put({ key: lastBackupKey, value: { ...last } });
      }),

    plan: (): Promise<BackupPlan | undefined> =>
      guard(async () => parseBackupPlan(await db.settings.get(backupPlanKey))),

    /** @param folder the folder of a plan for a folder */
    setPlan: (plan: BackupPlan | undefined, folder?: FileSystemDirectoryHandle): Promise<void> =>
      guard(() =>
        db.transaction('rw', db.settings, async () => {
          await db.settings.bulkDelete([backupPlanKey, folderKey]);
          if (plan !== undefined) await db.settings.put({ key: backupPlanKey, value: { ...plan } });
          if (folder !== undefined) await db.settings.put({ key: folderKey, value: folder });
        }),
      ),

    folder: (): Promise<FileSystemDirectoryHandle | undefined> =>
      guard(async () => {
        const value = (await db.settings.get(folderKey))?.value;
        const isFolder = (value as { kind?: unknown } | undefined)?.kind === 'directory';
        return isFolder ? (value as FileSystemDirectoryHandle) : undefined;
      }),
  };
}
