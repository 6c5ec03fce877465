import { CalendarPlus, Camera, CirclePlay, ExternalLink, type IconNode, UserPlus } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { ariaShortcut, shortKeys } from './shortcut-text.ts';
import type { ClipKind, MainOffer, Offers } from './ThisPage.tsx';

interface PageOffersProps {
  offers: Offers;
  /** The recording's running time. */
  time: ComponentChildren;
  /** The key for a moment, '' if none is set. */
  momentKey: string;
  /** The action that fits this page best. */
  main: MainOffer;
  disabled: boolean;
  onClip(what: ClipKind): void;
  onFill(): void;
  onSpeaker(): void;
}

/** Actions that only some pages offer, in one row: the moment, its frame, the event, the person. */
export function PageOffers(props: PageOffersProps) {
  const { offers, disabled, momentKey } = props;
  const { recording, embedUrl, hasEvent, hasPerson } = offers;
  const crowded = recording !== null || embedUrl !== '';
  return (
    <div class="row offers">
      {recording && (
        <button
          type="button"
          class={props.main === 'moment' ? 'button primary' : 'button'}
          disabled={disabled}
          aria-keyshortcuts={ariaShortcut(momentKey)}
          onClick={() => props.onClip('moment')}
        >
          <Icon of={CirclePlay} />
          <span class="button-text">{t('popup_clip_moment')}</span>
          {props.time}
          {momentKey && (
            <span class="kbd" aria-hidden="true">
              {shortKeys(momentKey)}
            </span>
          )}
        </button>
      )}
      {recording?.kind === 'video' && (
        <Offer
          icon={Camera}
          label={t('popup_clip_frame')}
          bare
          disabled={disabled}
          onClick={() => props.onClip('screenshot')}
        />
      )}
      {embedUrl && (
        <a class="button" href={embedUrl} target="_blank" rel="noreferrer">
          <Icon of={ExternalLink} />
          <span class="button-text">{t('popup_open_recording')}</span>
        </a>
      )}
      {hasEvent && (
        <Offer
          icon={CalendarPlus}
          label={t('popup_fill_details')}
          primary={props.main === 'event'}
          bare={crowded}
          disabled={disabled}
          onClick={props.onFill}
        />
      )}
      {hasPerson && (
        <Offer
          icon={UserPlus}
          label={t('popup_speaker_add')}
          primary={props.main === 'person'}
          bare={crowded}
          disabled={disabled}
          onClick={props.onSpeaker}
        />
      )}
    </div>
  );
}

interface OfferProps {
  icon: IconNode;
  label: string;
  /** Shows only the icon if there is no room for words. */
  bare: boolean;
  primary?: boolean;
  disabled: boolean;
  onClick(): void;
}

function Offer({ icon, label, bare, primary = false, disabled, onClick }: OfferProps) {
  const classes = ['button', bare ? 'bare' : '', primary ? 'primary' : ''];
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(' ')}
      aria-label={bare ? label : undefined}
      title={bare ? label : undefined}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon of={icon} />
      {!bare && <span class="button-text">{label}</span>}
    </button>
  );
}
