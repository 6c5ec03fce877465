import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { downloadBackup } from '../../lib/client/back-up-now.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { locale, t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import { byteSize } from '../../lib/core/base/byte-size.ts';
import { useBackups } from '../hooks/use-backup.ts';
import { useLongTask } from '../hooks/use-long-task.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { AutomaticBackup } from './AutomaticBackup.tsx';
import { backupAge } from './backup-age.ts';
import { LibrarySection } from './LibrarySection.tsx';

/** Exports everything as one file, two clicks from the popup. */
export function BackupSection() {
  const backups = useBackups();
  const last = backups?.last;
  const task = useLongTask('backup');
  const [said, setSaid] = useState<Notice | null>(null);
  const download = async () => {
    setSaid(null);
    const made = await task.run(downloadBackup);
    if (made === undefined) return;
    if (made.ok) {
      const { name, bytes } = made.value;
      setSaid({ text: t('backup_downloaded', name, byteSize(bytes, locale())) });
    } else setSaid({ text: errorText(made.error), bad: made.error.code !== 'export-cancelled' });
  };
  return (
    <LibrarySection id="backup" title={t('backup_title')}>
      <p>{t('backup_explained')}</p>
      {last !== undefined && (
        <p>
          {last === null
            ? t('backup_none')
            : t('backup_last', backupAge(last), byteSize(last.bytes, locale()))}
        </p>
      )}
      <button
        type="button"
        class="button primary"
        disabled={task.busy}
        onClick={() => void download()}
      >
        <Icon of={Download} />
        {t('backup_download')}
      </button>
      {task.progress && (
        <ProgressBar
          label={t('backup_writing')}
          {...task.progress}
          hint={t('backup_writing_hint')}
          onCancel={task.cancel}
        />
      )}
      <p class={said?.bad ? 'bad' : 'quiet'} role="status">
        {said?.text}
      </p>
      {backups && <AutomaticBackup plan={backups.plan} due={backups.due} />}
    </LibrarySection>
  );
}
