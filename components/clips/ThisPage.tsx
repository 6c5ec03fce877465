import { Link, Quote } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { PageOffers } from './PageOffers.tsx';
import { ariaShortcut, shortKeys } from './shortcut-text.ts';

/** What can be clipped from the page in the tab. */
export type ClipKind = 'selection' | 'page' | 'moment' | 'screenshot';

/** What a page offers besides itself and its selection. */
export interface Offers {
  recording: { kind: 'video' | 'audio'; playing: boolean } | null;
  /** Address of a recording in a frame of another site, or ''. */
  embedUrl: string;
  hasEvent: boolean;
  hasPerson: boolean;
}

/** What the user most likely wants from a page. */
export type MainOffer = 'selection' | 'moment' | 'person' | 'event' | 'page';

/** What the open page offers. */
export type PageState =
  | { state: 'reading' }
  | {
      state: 'clippable';
      title: string;
      host: string;
      hasSelection: boolean;
      preview: string;
      offers: Offers;
    }
  /** `reason` is the message for the user. */
  | { state: 'not-clippable'; reason: string };

interface ThisPageProps {
  page: PageState;
  /** Keys as the browser writes them (`Alt+Shift+Q`); '' if none is set, undefined until known. */
  shortcut: string | undefined;
  momentKey?: string | undefined;
  /** The recording's running time. */
  time?: ComponentChildren;
  /** True while something is being clipped. */
  busy: boolean;
  /** Why the last attempt failed, in a sentence; '' if it did not. */
  problem: string;
  onClip(what: ClipKind): void;
  onFill(): void;
  onSpeaker(): void;
  /** Which details the page can fill. */
  facts?: ComponentChildren;
}

/** The page in the tab, and the suitable ways to clip it; or why it cannot be clipped. */
export function ThisPage(props: ThisPageProps) {
  const { page, shortcut, busy, problem, onClip } = props;
  if (page.state === 'not-clippable') {
    return (
      <section class="here" aria-label={t('popup_this_page')}>
        <p class="why-not">{page.reason}</p>
      </section>
    );
  }
  const clippable = page.state === 'clippable';
  const main = clippable ? mainOffer(page) : undefined;
  const offers = clippable && offersAny(page.offers) && (
    <PageOffers
      offers={page.offers}
      time={props.time}
      momentKey={props.momentKey ?? ''}
      main={main ?? 'page'}
      disabled={busy}
      onClip={onClip}
      onFill={props.onFill}
      onSpeaker={props.onSpeaker}
    />
  );
  const ofPage = main === 'selection' || main === 'page';
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
      {!ofPage && offers}
      <div class="row">
        <button
          type="button"
          class={main === 'selection' ? 'button primary' : 'button'}
          disabled={!clippable || busy}
          aria-keyshortcuts={ariaShortcut(shortcut ?? '')}
          title={clippable && page.hasSelection ? page.preview : undefined}
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
          class={main === 'page' ? 'button primary' : 'button'}
          disabled={!clippable || busy}
          onClick={() => onClip('page')}
        >
          <Icon of={Link} />
          {t('popup_clip_page')}
        </button>
      </div>
      {ofPage && offers}
      {props.facts}
      {shortcut === '' && <p class="quiet">{t('popup_shortcut_not_set')}</p>}
      <p class="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

/** A selection shows what the user wants; otherwise the page's content decides. */
function mainOffer({
  hasSelection,
  offers,
}: Extract<PageState, { state: 'clippable' }>): MainOffer {
  if (hasSelection) return 'selection';
  if (offers.recording) return 'moment';
  if (offers.hasPerson) return 'person';
  return offers.hasEvent ? 'event' : 'page';
}

function offersAny({ recording, embedUrl, hasEvent, hasPerson }: Offers): boolean {
  return recording !== null || embedUrl !== '' || hasEvent || hasPerson;
}

function firstLetter(text: string): string {
  const letter = text.replace(/^www\./, '').match(/[\p{L}\p{N}]/u)?.[0] ?? '·';
  return letter.toLowerCase();
}
