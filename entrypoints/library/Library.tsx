import { useState } from 'preact/hooks';
import { useNotice, useUndo } from '../../components/hooks/use-notices.ts';
import { useOpenFailure } from '../../components/hooks/use-open-failure.ts';
import { usePictures } from '../../components/hooks/use-pictures.ts';
import { useSaveState } from '../../components/hooks/use-save-state.ts';
import { readingMs, useSlow } from '../../components/hooks/use-slow.ts';
import { useTrash } from '../../components/hooks/use-trash.ts';
import { BackupSection } from '../../components/library/BackupSection.tsx';
import { EraseSection } from '../../components/library/EraseSection.tsx';
import { NoLibrary } from '../../components/library/NoLibrary.tsx';
import { RestoreSection } from '../../components/library/RestoreSection.tsx';
import { SnapshotsSection } from '../../components/library/SnapshotsSection.tsx';
import { TrashSection } from '../../components/library/TrashSection.tsx';
import { UnreadableSection } from '../../components/library/UnreadableSection.tsx';
import { MissingCode } from '../../components/ui/MissingCode.tsx';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';

/** The page of everything that is stored, one section for each concern, in `components/library`. */
export function Library() {
  const saving = useSaveState();
  const [notice, showNotice] = useNotice();
  const undo = useUndo();
  const failed = useOpenFailure();
  /** The snapshot that the user chose to restore. */
  const [snapshot, setSnapshot] = useState<File>();
  const trash = useTrash({ showNotice, offerUndo: undo.offer });
  // The other sections still help: what can be read is backed up, and a backup can be restored.
  const isStuck = useSlow(trash.entries === undefined && !failed, readingMs);
  const pictureUrl = usePictures();
  const said = notice?.text ?? undo.undo?.text ?? t('library_explained');
  const status = saving.state === 'failed' ? errorText(saving.failure) : said;
  return (
    <main class="sections library">
      <header>
        <h1>{t('library_title')}</h1>
        <p class={notice?.bad && !failed ? 'bad' : 'quiet'} role="status">
          {/* If the library does not open, the content below says why, and what to do. */}
          {failed ? t('library_explained') : status}
          {undo.undo && (
            <button type="button" class="text-button" onClick={undo.run}>
              {undo.undo.label ?? t('popup_undo')}
            </button>
          )}
        </p>
      </header>
      <MissingCode />
      {isStuck && <NoLibrary why="slow" />}
      {failed ? (
        <NoLibrary why={failed.code} />
      ) : (
        <>
          <BackupSection />
          <RestoreSection offered={snapshot} />
          <UnreadableSection />
          <TrashSection trash={trash} pictureUrl={pictureUrl} />
          <SnapshotsSection onRestore={setSnapshot} />
          <EraseSection />
        </>
      )}
    </main>
  );
}
