import { useEffect, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/client/i18n.ts';
import {
  bringBack,
  findLoss,
  goOnWithout,
  type Loss,
  listenForReturn,
} from '../../lib/client/lost-library.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { LibraryLoss } from '../../lib/core/library/library-mark.ts';
import { copyText, helps } from './copy-text.ts';

/** Replaces a page's content if the browser lost the library, or its newest part. */
export function LostLibrary({ what }: { what: LibraryLoss['what'] }) {
  const [loss, setLoss] = useState<Loss>();
  const [busy, setBusy] = useState(false);
  const decidesHere = useRef(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void findLoss().then(setLoss, (thrown: unknown) => {
      noteProblem('library.look', thrown);
      setFailed(true);
    });
  }, []);
  // Another page may decide; a page that decides itself continues until everything is restored.
  useEffect(() => listenForReturn(() => decidesHere.current || location.reload()), []);
  const decide = async (decision: (loss: Loss) => Promise<void>) => {
    if (loss === undefined) return;
    setBusy(true);
    decidesHere.current = true;
    try {
      await decision(loss);
      location.reload();
    } catch (thrown) {
      noteProblem('library.decide', thrown);
      setFailed(true);
      setBusy(false);
      decidesHere.current = false;
    }
  };
  const isGone = what === 'gone';
  const isDisabled = busy || loss === undefined;
  return (
    <div class="empty" role="alert" aria-busy={busy}>
      <h2>{titleOf(what, loss)}</h2>
      <p>{t(isGone ? 'popup_gone_text' : 'popup_behind_text')}</p>
      <p>{loss ? copyText(loss) : !failed && t('popup_copy_looking')}</p>
      {loss && helps(loss) && (
        <button
          type="button"
          class="button primary"
          disabled={isDisabled}
          onClick={() => void decide(bringBack)}
        >
          {t(isGone ? 'popup_bring_back' : 'popup_bring_changes_back')}
        </button>
      )}
      <button
        type="button"
        class="button"
        disabled={isDisabled}
        onClick={() => void decide(goOnWithout)}
      >
        {t(isGone ? 'popup_start_empty' : 'popup_go_on_without')}
      </button>
      {loss?.copy && <p class="field-hint">{t('popup_go_on_hint')}</p>}
      {failed && (
        <>
          <p role="status">{t('popup_decision_failed')}</p>
          <button type="button" class="button" disabled={busy} onClick={() => location.reload()}>
            {t('popup_retry')}
          </button>
        </>
      )}
    </div>
  );
}

function titleOf(what: LibraryLoss['what'], found: Loss | undefined): string {
  if (what === 'gone') return t('popup_gone_title');
  const missing = found?.loss.what === 'behind' ? found.loss.missing : undefined;
  if (missing === undefined) return t('popup_behind_title_some');
  return tCount('popup_behind_title', missing);
}
