import { useState } from 'preact/hooks';
import {
  backUpAsPlanned,
  canBackUpIntoFolder,
  planDownload,
  planFolder,
  planNothing,
} from '../../lib/client/automatic-backup.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { locale, t } from '../../lib/client/i18n.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { BackupPlan } from '../../lib/core/library/backup-state.ts';

interface AutomaticBackupProps {
  plan: BackupPlan | undefined;
  /** True if a backup is due by the plan. */
  due: boolean;
}

/** Automatic backups: off until the user chooses a target. */
export function AutomaticBackup({ plan, due }: AutomaticBackupProps) {
  const [problem, setProblem] = useState('');
  const tell = (result: Result<unknown, Failure>) =>
    setProblem(result.ok ? '' : errorText(result.error));
  const button = (label: string, act: () => Promise<Result<unknown, Failure>>) => (
    <button type="button" class="button" onClick={() => void act().then(tell)}>
      {label}
    </button>
  );
  const stop = async () => {
    await planNothing();
    setProblem('');
  };
  return (
    <>
      <h3>{t('backup_automatic')}</h3>
      <p>{planText(plan)}</p>
      <div class="actions">
        {plan && due && button(t('backup_due_now'), backUpAsPlanned)}
        {plan?.to !== 'folder' && canBackUpIntoFolder() && button(t('backup_daily'), planFolder)}
        {plan?.to !== 'download' && button(t('backup_weekly'), planDownload)}
        {plan && (
          <button type="button" class="button" onClick={() => void stop()}>
            {t('backup_automatic_off')}
          </button>
        )}
      </div>
      <p class="bad" role="status">
        {problem}
      </p>
    </>
  );
}

function planText(plan: BackupPlan | undefined): string {
  if (plan === undefined) return t('backup_plan_none');
  if (plan.to === 'folder') return t('backup_plan_folder');
  // 1 November 2026 is a Sunday.
  const day = new Date(2026, 10, 1 + plan.weekday).toLocaleDateString(locale(), {
    weekday: 'long',
  });
  return t('backup_plan_download', day);
}
