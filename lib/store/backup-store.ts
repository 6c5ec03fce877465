import * as v from 'valibot';
import { type LastBackup, LastBackupSchema } from '../core/backup-state.ts';
import type { Database, SettingRow } from './database.ts';
import { guard } from './store-error.ts';

export const lastBackupKey = 'lastBackup';

/** One that cannot be read counts as none. */
export function parseLastBackup(row: SettingRow | undefined): LastBackup | undefined {
  const parsed = v.safeParse(LastBackupSchema, row?.value);
  return parsed.success ? parsed.output : undefined;
}

/** What is remembered of backups; it stays on this machine. */
export function createBackupStore(db: Database) {
  return {
    last: (): Promise<LastBackup | undefined> =>
      guard(async () => parseLastBackup(await db.settings.get(lastBackupKey))),

    setLast: (last: LastBackup): Promise<void> =>
      guard(async () => {
        await db.settings.put({ key: lastBackupKey, value: { ...last } });
      }),
  };
}
