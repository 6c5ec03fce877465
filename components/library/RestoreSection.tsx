import { FileUp } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { InspectedBackup, RestoreMode } from '../../lib/backup/restore-report.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import { useLongTask } from '../hooks/use-long-task.ts';
import { inspectFile, restoreFile } from '../hooks/use-restore.ts';
import { ChooseFile } from '../ui/ChooseFile.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import { RestorePreview } from './RestorePreview.tsx';

interface Chosen extends InspectedBackup {
  name: string;
}

/**
 * Lets the user choose a backup and look at it, and only then restores it.
 * @param props.offered a file that was chosen elsewhere on the page
 */
export function RestoreSection({ offered }: { offered?: File | undefined }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [said, setSaid] = useState<Notice | null>(null);
  const task = useLongTask('restore');

  const choose = async (file: File) => {
    setSaid(null);
    setChosen(null);
    const read = await task.run((watched) => inspectFile(file, watched));
    if (read === undefined) return;
    if (read.ok) setChosen({ ...read.value, name: file.name });
    else if (read.error.code === 'export-cancelled') setSaid({ text: t('restore_cancelled') });
    else setSaid({ text: errorText(read.error), bad: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another file is another choice
  useEffect(() => {
    if (offered === undefined) return;
    document.getElementById('restore')?.scrollIntoView({ block: 'start' });
    void choose(offered);
  }, [offered]);
  const restore = async (mode: RestoreMode) => {
    if (chosen === null) return;
    const done = await task.run((watched) => restoreFile(chosen.file, mode, watched));
    if (done === undefined) return;
    if (done.ok) {
      setChosen(null);
      setSaid({ text: t('restore_done', chosen.name) });
    } else if (done.error.code === 'export-cancelled') setSaid({ text: t('restore_cancelled') });
    else setSaid({ text: errorText(done.error), bad: true });
  };
  return (
    <LibrarySection id="restore" title={t('restore_title')}>
      <p>{t('restore_explained')}</p>
      <ChooseFile
        icon={FileUp}
        accept=".zip,application/zip"
        text={t('restore_choose')}
        disabled={task.busy}
        onFile={(file) => void choose(file)}
      />
      {task.progress && (
        <ProgressBar
          label={t(chosen ? 'restore_restoring' : 'restore_checking')}
          {...task.progress}
          unit={chosen ? undefined : 'bytes'}
          onCancel={task.cancel}
        />
      )}
      {chosen && !task.busy && (
        <RestorePreview
          {...chosen}
          onRestore={(mode) => void restore(mode)}
          onCancel={() => {
            setChosen(null);
            setSaid({ text: t('restore_cancelled') });
          }}
        />
      )}
      <p class={said?.bad ? 'bad' : 'quiet'} role="status">
        {said?.text}
      </p>
    </LibrarySection>
  );
}
