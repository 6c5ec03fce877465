import { Trash2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { eraseEverything } from '../../lib/client/erase-everything.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import { Icon } from '../ui/Icon.tsx';
import { LibrarySection } from './LibrarySection.tsx';

/** Erases everything, after two questions, and offers a last backup. */
export function EraseSection() {
  const [asked, setAsked] = useState<0 | 1 | 2>(0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Notice | null>(null);
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asked > 0) question.current?.focus();
  }, [asked]);
  const erase = async () => {
    setBusy(true);
    const erased = await eraseEverything();
    setBusy(false);
    setAsked(0);
    setSaid(erased.ok ? { text: t('erase_done') } : { text: errorText(erased.error), bad: true });
  };
  const keep = () => {
    setAsked(0);
    setSaid({ text: t('erase_kept') });
  };
  return (
    <LibrarySection id="erase" title={t('erase_title')}>
      <p>{t('erase_explained')}</p>
      {asked === 0 ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            setSaid(null);
            setAsked(1);
          }}
        >
          <Icon of={Trash2} />
          {t('erase_ask')}
        </button>
      ) : (
        <div class="question">
          <p ref={question} tabIndex={-1}>
            <strong>{t(asked === 1 ? 'erase_first' : 'erase_second')}</strong>
          </p>
          {asked === 1 && (
            <p>
              {t('erase_backup')} <a href="#backup">{t('erase_backup_link')}</a>
            </p>
          )}
          <div class="actions">
            {asked === 1 ? (
              <button type="button" class="button" onClick={() => setAsked(2)}>
                {t('erase_go_on')}
              </button>
            ) : (
              <button
                type="button"
                class="button danger"
                disabled={busy}
                onClick={() => void erase()}
              >
                {t('erase_do')}
              </button>
            )}
            <button type="button" class="button" disabled={busy} onClick={keep}>
              {t('erase_keep')}
            </button>
          </div>
        </div>
      )}
      <p class={said?.bad ? 'bad' : 'quiet'} role="status">
        {said?.text}
      </p>
    </LibrarySection>
  );
}
