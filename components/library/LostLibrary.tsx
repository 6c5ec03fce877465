import { useEffect, useState } from 'preact/hooks';
import type { LibraryLoss } from '../../lib/core/library-mark.ts';
import { noteProblem } from '../../lib/core/problem.ts';
import { t } from '../hooks/i18n.ts';
import { findLoss, goOnWithout } from '../hooks/lost-library.ts';

/** In place of what a page shows where the browser lost the library, or the newest of it. */
export function LostLibrary({ what }: { what: LibraryLoss['what'] }) {
  const [loss, setLoss] = useState<LibraryLoss>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void findLoss().then(setLoss, () => setFailed(true));
  }, []);
  const decide = async (decision: (loss: LibraryLoss) => Promise<void>) => {
    if (loss === undefined) return;
    setBusy(true);
    try {
      await decision(loss);
      location.reload();
    } catch (thrown) {
      noteProblem('library.decide', thrown);
      setFailed(true);
      setBusy(false);
    }
  };
  const missing = loss?.what === 'behind' ? loss.missing : 0;
  const isGone = what === 'gone';
  return (
    <div class="empty" role="alert">
      <h2>
        {isGone
          ? t('popup_gone_title')
          : missing === 1
            ? t('popup_behind_title_one')
            : t('popup_behind_title', missing || '')}
      </h2>
      <p>{t(isGone ? 'popup_gone_text' : 'popup_behind_text')}</p>
      <button
        type="button"
        class="button"
        disabled={busy || loss === undefined}
        onClick={() => void decide(goOnWithout)}
      >
        {t(isGone ? 'popup_start_empty' : 'popup_go_on_without')}
      </button>
      <button type="button" class="button" disabled={busy} onClick={() => location.reload()}>
        {t('popup_retry')}
      </button>
      {failed && <p role="status">{t('popup_decision_failed')}</p>}
    </div>
  );
}
