import { t } from '../../lib/client/i18n.ts';
import { daysBetween, type LastBackup } from '../../lib/core/library/backup-state.ts';

/** How old the newest backup is: "today", "yesterday", "12 days ago". */
export function backupAge({ at }: LastBackup, now = new Date()): string {
  const days = daysBetween(at, now.toISOString(), -now.getTimezoneOffset());
  if (days === 0) return t('backup_today');
  return days === 1 ? t('backup_yesterday') : t('backup_days_ago', days);
}
