import { t } from '../hooks/i18n.ts';
import { openLibrary } from '../hooks/open-in-tab.ts';
import { useLastBackup } from '../hooks/use-backup.ts';
import { backupAge } from './backup-age.ts';

/** How old the newest backup is, and the way to the next; for a status line. */
export function BackupAge() {
  const { value: last } = useLastBackup();
  if (last === undefined) return null;
  return (
    <button type="button" class="text-button backup-age" onClick={() => void openLibrary('backup')}>
      {last === null ? t('popup_backup_none') : t('popup_backup_age', backupAge(last))}
    </button>
  );
}
