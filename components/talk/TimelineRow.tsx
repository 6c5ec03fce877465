import { Trash2 } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { TimelineEntry } from '../../lib/clips/timeline.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { timeLabel } from '../../lib/core/media/time-label.ts';
import type { ItemEdits } from '../../lib/core/post/edits.ts';
import type { Moment } from '../../lib/core/post/item.ts';
import { isLinkable } from '../../lib/markdown/address.ts';
import { momentUrl } from '../../lib/sites/media-address.ts';
import { momentSteps } from '../clips/moment-steps.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clockLabel } from './clock-label.ts';

export interface TimelineRowProps {
  entry: TimelineEntry;
  /** True if the recording is at this entry. */
  now: boolean;
  onEdit(id: string, changes: ItemEdits): void;
  onJump(moment: Moment): void;
  onDelete(id: string): void;
  /** The words are finished, so the next note gets the focus. */
  onDone(): void;
}

/**
 * One moment: its time, which seeks there, the words, which are edited in place, and its time
 * steps.
 */
export function TimelineRow(props: TimelineRowProps) {
  const { entry, now, onEdit, onJump, onDelete } = props;
  const time = entry.kind === 'moment' ? timeLabel(entry.startSeconds) : clockLabel(entry.takenAt);
  const nudge = (moment: Moment, by: number) =>
    onEdit(moment.id, { startSeconds: Math.max(0, moment.startSeconds + by), checkTime: false });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) {
      const done = (event.key === 'Enter' && !event.shiftKey) || event.key === 'Escape';
      if (!done || event.isComposing) return;
      event.preventDefault();
      props.onDone();
      return;
    }
    if (entry.kind !== 'moment' || !event.altKey || event.ctrlKey || event.metaKey) return;
    const sign = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (sign === undefined) return;
    // Otherwise the browser goes back.
    event.preventDefault();
    nudge(entry, sign * (event.shiftKey ? 5 : 1));
  };
  return (
    <li
      class={now ? 'entry now' : 'entry'}
      data-id={entry.id}
      aria-current={now || undefined}
      onKeyDown={onKeyDown}
    >
      {entry.kind === 'moment' ? (
        <Jump moment={entry} onJump={onJump} />
      ) : (
        <time class="entry-time" dateTime={entry.takenAt}>
          {time}
        </time>
      )}
      <TextField
        label={t('talk_words_at', time)}
        hideLabel
        class="entry-words"
        value={entry.note}
        lines={1}
        fieldName="note"
        placeholder={t('talk_no_words')}
        maxLength={limits.note}
        onText={(note) => onEdit(entry.id, { note })}
      />
      <span class="entry-act">
        {entry.kind === 'moment' &&
          momentSteps.map(({ by, label, name }) => (
            <button
              key={by}
              type="button"
              class="nudge"
              dir="ltr"
              aria-label={t(name)}
              title={t(name)}
              disabled={by < 0 && entry.startSeconds === 0}
              onClick={() => nudge(entry, by)}
            >
              {label}
            </button>
          ))}
        <IconButton
          small
          icon={Trash2}
          label={t('popup_delete')}
          onClick={() => onDelete(entry.id)}
        />
      </span>
      {entry.kind === 'moment' && entry.checkTime && (
        <span class="warn entry-check">{t('popup_check_time')}</span>
      )}
    </li>
  );
}

/** It is a link, so the browser's ways to open one work, too; a plain click seeks here. */
function Jump({ moment, onJump }: { moment: Moment; onJump(moment: Moment): void }) {
  const { mediaUrl, startSeconds } = moment;
  const url = momentUrl(mediaUrl, startSeconds);
  return (
    <a
      class="entry-time"
      href={isLinkable(url) ? url : '#'}
      target="_blank"
      rel="noreferrer"
      aria-label={t('talk_jump', timeLabel(startSeconds))}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
      title={t('talk_jump', timeLabel(startSeconds))}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onJump(moment);
      }}
    >
      {timeLabel(startSeconds)}
    </a>
  );
}
