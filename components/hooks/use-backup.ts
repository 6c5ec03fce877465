import { database, deps } from '../../lib/client/services.ts';
import {
  type BackupPlan,
  isBackupDue,
  type LastBackup,
} from '../../lib/core/library/backup-state.ts';
import { watchBackupPlan, watchLastBackup } from '../../lib/store/watch.ts';
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
  /** True if a backup is due by the plan. */
  due: boolean;
}

/** What is known about backups here; undefined until it is read. */
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
