import { Link, Quote } from 'lucide';
import { t } from '../hooks/i18n.ts';
import { Icon } from '../ui/Icon.tsx';

/** What the open page offers. */
export type PageState =
  | { state: 'reading' }
  | { state: 'clippable'; title: string; host: string; hasSelection: boolean; preview: string }
  /** `reason` is the user's sentence. */
  | { state: 'not-clippable'; reason: string };

interface ThisPageProps {
  page: PageState;
  /** The shortcut as the browser has it (`Alt+Shift+Q`); '' where none is set, undefined until known. */
  shortcut: string | undefined;
  /** What is being clipped right now. */
  busy: 'selection' | 'page' | null;
  /** Why the last try did not work, in a sentence; '' where it did. */
  problem: string;
  onClip(what: 'selection' | 'page'): void;
}

/** The page in the tab, and the two ways to clip it; or why it cannot be clipped. */
export function ThisPage({ page, shortcut, busy, problem, onClip }: ThisPageProps) {
  if (page.state === 'not-clippable') {
    return (
      <section class="here" aria-label={t('popup_this_page')}>
        <p class="why-not">{page.reason}</p>
      </section>
    );
  }
  const clippable = page.state === 'clippable';
  const selected = clippable && page.hasSelection;
  return (
    <section class="here" aria-label={t('popup_this_page')} aria-busy={!clippable}>
      <div class="page">
        <span class="favicon" aria-hidden="true">
          {clippable ? firstLetter(page.host || page.title) : ''}
        </span>
        <span class="page-title" dir="auto">
          {clippable ? page.title || page.host : ' '}
        </span>
      </div>
      <div class="row">
        <button
          type="button"
          class={selected ? 'button primary' : 'button'}
          disabled={!clippable || busy !== null}
          aria-keyshortcuts={ariaKeys(shortcut ?? '')}
          title={selected ? page.preview : undefined}
          onClick={() => onClip('selection')}
        >
          <Icon of={Quote} />
          {t('popup_clip_selection')}
          {shortcut && (
            <span class="kbd" aria-hidden="true">
              {shortKeys(shortcut)}
            </span>
          )}
        </button>
        <button
          type="button"
          class={clippable && !selected ? 'button primary' : 'button'}
          disabled={!clippable || busy !== null}
          onClick={() => onClip('page')}
        >
          <Icon of={Link} />
          {t('popup_clip_page')}
        </button>
      </div>
      {shortcut === '' && <p class="quiet">{t('popup_shortcut_not_set')}</p>}
      <p class="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

function firstLetter(text: string): string {
  const letter = text.replace(/^www\./, '').match(/[\p{L}\p{N}]/u)?.[0] ?? '·';
  return letter.toLowerCase();
}

/** `Alt+Shift+Q` → `Alt⇧Q`; macOS gives signs already. */
export function shortKeys(shortcut: string): string {
  return shortcut
    .replace(/Shift\+?/, '⇧')
    .replace(/(Alt|Ctrl)\+/g, '$1 ')
    .replace(' ⇧', '⇧');
}

/** The keys as `aria-keyshortcuts` wants them. */
function ariaKeys(shortcut: string): string | undefined {
  if (!shortcut || /[⌘⌥⇧⌃]/.test(shortcut)) return undefined;
  return shortcut.replace('Ctrl', 'Control').replace('Command', 'Meta');
}
