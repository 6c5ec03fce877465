import { CalendarDays, Info, TriangleAlert } from 'lucide';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { CapturedEvent } from '../../lib/core/capture/capture.ts';
import { startToText } from '../../lib/core/time/date-text.ts';
import type { EventNote } from '../../lib/details/event-notes.ts';
import { Icon } from '../ui/Icon.tsx';

interface EventSummaryProps {
  captured: CapturedEvent;
  notes: readonly EventNote[];
  /** True if the name should be shown, because no list above shows it. */
  named: boolean;
}

const texts: Record<Exclude<EventNote, 'several-days'>, MessageKey> = {
  cancelled: 'popup_event_cancelled',
  postponed: 'popup_event_postponed',
  'far-off': 'popup_event_far_off',
  'start-doubtful': 'popup_event_start_doubtful',
  'first-of-series': 'popup_event_first_of_series',
  'no-start': 'popup_event_no_start',
  'no-time-zone': 'popup_event_no_time_zone',
  utc: 'popup_event_utc',
  online: 'popup_event_online',
  'also-online': 'popup_event_also_online',
};

/** What the user should check before using it. */
export const warnings: ReadonlySet<EventNote> = new Set([
  'cancelled',
  'postponed',
  'far-off',
  'start-doubtful',
  'first-of-series',
]);

/** The event that the page announces, with its warnings. */
export function EventSummary({ captured, notes, named }: EventSummaryProps) {
  const { event, endsAt = '' } = captured;
  return (
    <>
      {named && (
        <p class="event-title">
          <Icon of={CalendarDays} />
          <span dir="auto">{event.name}</span>
        </p>
      )}
      {notes.length > 0 && (
        <ul class="event-notes">
          {notes.map((note) => (
            <li key={note} class={warnings.has(note) ? 'warn' : 'quiet'}>
              <Icon of={warnings.has(note) ? TriangleAlert : Info} />
              <span>
                {note === 'several-days'
                  ? t('popup_event_several_days', startToText(endsAt))
                  : t(texts[note])}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
