import { useId } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { CapturedEvent } from '../../lib/core/capture/capture.ts';
import { startToText } from '../../lib/core/time/date-text.ts';

interface EventChoiceProps {
  events: readonly CapturedEvent[];
  /** Index in the list. */
  chosen: number;
  onChoice(at: number): void;
}

/** The choice of one of the page's events. */
export function EventChoice({ events, chosen, onChoice }: EventChoiceProps) {
  const name = useId();
  return (
    <fieldset class="event-choice">
      <legend>{t('popup_fill_several', events.length)}</legend>
      <div class="event-choices">
        {events.map(({ event, status }, at) => (
          <label key={`${event.url} ${event.startsAt} ${event.name}`}>
            <input type="radio" name={name} checked={at === chosen} onChange={() => onChoice(at)} />
            <span class={status ? 'event-name off' : 'event-name'} dir="auto">
              {event.name}
            </span>
            <span class="quiet">{startToText(event.startsAt)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
