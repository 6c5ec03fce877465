import { useEffect, useRef, useState } from 'preact/hooks';
import { onPractised } from '../../lib/browser/practice.ts';
import { t } from '../../lib/client/i18n.ts';
import { keyPlace, openShortcutSettings } from '../../lib/client/shortcuts.ts';

/** What pressing the key would have clipped; '' if none of the article was selected. */
type Practised = { words: string } | undefined;

/**
 * A few sentences for trying the real key. An extension can't read its own pages like others, so
 * nothing is stored: the background reports that the key was pressed, and the page shows what would
 * be clipped.
 * @param props.keys as the browser writes them; '' if none is set
 */
export function Practice({ keys }: { keys: string }) {
  const article = useRef<HTMLElement>(null);
  const [practised, setPractised] = useState<Practised>();
  const [isByHand, setByHand] = useState(false);
  useEffect(
    () =>
      onPractised(() => {
        // A tab in the background may show this page, too.
        if (document.visibilityState !== 'visible') return;
        setPractised({ words: selectedWordsIn(article.current) });
      }),
    [],
  );
  return (
    <>
      {keys === '' ? (
        <>
          <p>{t('welcome_no_key')}</p>
          <button
            type="button"
            class="button primary"
            onClick={() => void openShortcutSettings().then((opened) => setByHand(!opened))}
          >
            {t('welcome_choose_key')}
          </button>
          <p class="quiet" role="status">
            {isByHand &&
              t(
                keyPlace.isFirefox
                  ? 'options_shortcut_where_firefox'
                  : 'options_shortcut_where_chromium',
              )}
          </p>
        </>
      ) : (
        <p>
          {t('welcome_clip_text')} <kbd dir="ltr">{keys}</kbd>
        </p>
      )}
      <article class="practice" ref={article} aria-label={t('welcome_practice')}>
        <h3>{t('welcome_practice_title')}</h3>
        <p>{t('welcome_practice_text')}</p>
      </article>
      <div class="practised" role="status">
        {practised?.words === '' && <p>{t('welcome_practised_nothing')}</p>}
        {practised !== undefined && practised.words !== '' && (
          <>
            <p class="good">{t('welcome_practised')}</p>
            <blockquote>{practised.words}</blockquote>
            <p>{t('welcome_practised_next')}</p>
          </>
        )}
      </div>
      <p class="quiet">{t('welcome_clip_menu')}</p>
    </>
  );
}

function selectedWordsIn(article: HTMLElement | null): string {
  const selection = getSelection();
  if (!article || !selection?.anchorNode || !article.contains(selection.anchorNode)) return '';
  return String(selection).replace(/\s+/g, ' ').trim();
}
