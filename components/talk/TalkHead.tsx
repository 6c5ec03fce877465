import { Camera, CirclePlay, ExternalLink } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { timeLabel } from '../../lib/core/media/time-label.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** What the tab plays, as far as it is known. */
export type Playing =
  | { state: 'reading' }
  /** `reason` is the message for the user. */
  | { state: 'unreadable'; reason: string }
  | { state: 'nothing' }
  /** A player of another site, which no script may enter. */
  | { state: 'embedded'; url: string }
  | {
      state: 'recording';
      title: string;
      kind: 'video' | 'audio';
      /** null: unknown, or live. */
      durationSeconds: number | null;
      live: boolean;
      checkTime: boolean;
    };

interface TalkHeadProps {
  playing: Playing;
  /** The running time. */
  time: ComponentChildren;
  busy: boolean;
  /** Why the last moment or frame failed, in a sentence; '' otherwise. */
  problem: string;
  onMoment(): void;
  onFrame(): void;
}

/** What plays in the tab, and its position; or why that is unknown, and what to do. */
export function TalkHead(props: TalkHeadProps) {
  const { playing } = props;
  return (
    <section
      class="talk-head"
      aria-label={t('talk_playing')}
      aria-busy={playing.state === 'reading'}
    >
      {playing.state === 'recording' ? (
        <Running {...props} playing={playing} />
      ) : (
        <Silent playing={playing} />
      )}
      <p class="problem" role="alert">
        {props.problem}
      </p>
    </section>
  );
}

function Running(props: TalkHeadProps & { playing: Extract<Playing, { state: 'recording' }> }) {
  const { title, kind, durationSeconds, live, checkTime } = props.playing;
  return (
    <>
      <div class="row">
        <p class="talk-clock">
          {props.time}
          <span class="quiet">
            {live ? t('talk_live') : durationSeconds !== null && `/ ${timeLabel(durationSeconds)}`}
          </span>
        </p>
        <span class="grow" />
        <IconButton
          icon={CirclePlay}
          label={t('popup_clip_moment')}
          disabled={props.busy}
          onClick={props.onMoment}
        />
        {kind === 'video' && (
          <IconButton
            icon={Camera}
            label={t('popup_clip_frame')}
            disabled={props.busy}
            onClick={props.onFrame}
          />
        )}
      </div>
      {title && (
        <p class="quiet talk-title" dir="auto">
          {title}
        </p>
      )}
      {checkTime && <p class="warn quiet">{t('confirm_check_time')}</p>}
    </>
  );
}

function Silent({ playing }: { playing: Exclude<Playing, { state: 'recording' }> }) {
  switch (playing.state) {
    case 'reading':
      return <p class="talk-clock">&nbsp;</p>;
    case 'unreadable':
      return (
        <>
          <p>{playing.reason}</p>
          <p class="quiet">{t('talk_kept_without_time')}</p>
        </>
      );
    case 'nothing':
      return (
        <>
          <p>{t('talk_nothing')}</p>
          <p class="quiet">{t('talk_kept_without_time')}</p>
        </>
      );
    case 'embedded':
      return (
        <>
          <p>{t('talk_embedded')}</p>
          <a class="text-button" href={playing.url} target="_blank" rel="noreferrer">
            <Icon of={ExternalLink} />
            {t('popup_open_recording')}
          </a>
        </>
      );
  }
}
