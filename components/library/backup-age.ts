import { locale } from '../../lib/client/i18n.ts';
import { daysBetween, type LastBackup } from '../../lib/core/library/backup-state.ts';

/** Returns the age of the newest backup: "today", "yesterday", "12 days ago". */
export function backupAge({ at }: LastBackup, now = new Date()): string {
  const days = daysBetween(at, now.toISOString(), -now.getTimezoneOffset());
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day');
}
