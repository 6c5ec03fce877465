import { t } from '../../lib/client/i18n.ts';
import { openLibrary } from '../../lib/client/open-in-tab.ts';
import { useBackups } from '../hooks/use-backup.ts';
import { backupAge } from './backup-age.ts';

/** The age of the newest backup, and a button for the next; for a status line. */
export function BackupAge() {
  const backups = useBackups();
  if (backups === undefined) return null;
  const { last, due } = backups;
  const age = last === null ? t('popup_backup_none') : t('popup_backup_age', backupAge(last));
  return (
    <button type="button" class="text-button backup-age" onClick={() => void openLibrary('backup')}>
      {due ? t('popup_backup_due') : age}
    </button>
  );
}
