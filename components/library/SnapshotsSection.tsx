import { Download } from 'lucide';
import { locale, t } from '../../lib/client/i18n.ts';
import { byteSize } from '../../lib/core/base/byte-size.ts';
import type { Snapshot } from '../../lib/core/library/snapshot.ts';
import { saveSnapshot, snapshotFile, useSnapshots } from '../hooks/use-snapshots.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import { when } from './when.ts';

interface SnapshotsSectionProps {
  /** Shows what restoring it would do. */
  onRestore(file: File): void;
}

/** The copies that Wrapup made automatically. */
export function SnapshotsSection({ onRestore }: SnapshotsSectionProps) {
  const snapshots = useSnapshots();
  return (
    <LibrarySection id="snapshots" title={t('snapshots_title')}>
      <p>{t('snapshots_explained')}</p>
      {snapshots === undefined && <p class="quiet">{t('snapshots_reading')}</p>}
      {snapshots === 'failed' && <p class="bad">{t('snapshots_failed')}</p>}
      {snapshots?.length === 0 && <p class="quiet">{t('snapshots_none')}</p>}
      {Array.isArray(snapshots) && snapshots.length > 0 && (
        <ul class="snapshots">
          {snapshots.map((snapshot: Snapshot) => (
            <SnapshotRow key={snapshot.at} snapshot={snapshot} onRestore={onRestore} />
          ))}
        </ul>
      )}
    </LibrarySection>
  );
}

function SnapshotRow({ snapshot, onRestore }: SnapshotsSectionProps & { snapshot: Snapshot }) {
  const { at, reason, size } = snapshot;
  const restore = async () => {
    const file = await snapshotFile(snapshot);
    if (file) onRestore(file);
  };
  return (
    <li>
      <span class="grow">
        <time dateTime={at}>{when(at)}</time>{' '}
        <span class="quiet">
          {t(`snapshot_${reason}`)}, {byteSize(size, locale())}
        </span>
      </span>
      <button
        type="button"
        class="button"
        aria-label={t('snapshot_restore_of', when(at))}
        onClick={() => void restore()}
      >
        {t('snapshot_restore_button')}
      </button>
      <IconButton
        icon={Download}
        label={t('snapshot_save_of', when(at))}
        onClick={() => void saveSnapshot(snapshot)}
      />
    </li>
  );
}
