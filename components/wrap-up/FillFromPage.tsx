import { CalendarSearch } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { eventNotes } from '../../lib/details/event-notes.ts';
import { type FillContext, type Proposal, proposeFill } from '../../lib/details/fill-from-event.ts';
import { likeliestEvent } from '../../lib/details/likeliest-event.ts';
import type { PageEvents } from '../hooks/use-page-events.ts';
import { Icon } from '../ui/Icon.tsx';
import { EventChoice } from './EventChoice.tsx';
import { EventSummary, warnings } from './EventSummary.tsx';
import { FillPreview } from './FillPreview.tsx';

interface FillFromPageProps {
  events: PageEvents;
  wrapUp: WrapUp;
  context: FillContext;
  /** Reads the page again, and the calendar it links to. */
  onLook(): void;
  onFill(proposals: readonly Proposal[]): void;
}

/** The event of the open page, and what it would change here, before it does. */
export function FillFromPage(props: FillFromPageProps) {
  const { events } = props;
  // Any other unreadable page has nothing to fill from; the tab with the clips says why.
  if (events.state === 'unread' && events.failure.code !== 'page-not-granted') return null;
  switch (events.state) {
    case 'reading':
      return <p class="fill fill-reading quiet">{t('popup_fill_reading')}</p>;
    case 'found': {
      const key = [events.pageUrl, ...events.events.map(({ event }) => event.name)].join('\n');
      return <FoundEvents key={key} {...props} found={events} />;
    }
    default:
      return (
        <div class="fill">
          <div class="row wrap">
            <span role="status" class={events.state === 'failed' ? 'problem' : 'quiet'}>
              {'failure' in events
                ? errorText(events.failure)
                : t(events.calendar ? 'popup_fill_calendar' : 'popup_fill_none')}
            </span>
            <button type="button" class="text-button" onClick={props.onLook}>
              <Icon of={CalendarSearch} />
              {t(
                events.state === 'none' && events.calendar
                  ? 'popup_fill_read_calendar'
                  : 'popup_fill_look',
              )}
            </button>
          </div>
        </div>
      );
  }
}

function FoundEvents({
  found,
  wrapUp,
  context,
  onFill,
}: FillFromPageProps & { found: Extract<PageEvents, { state: 'found' }> }) {
  const [chosen, setChosen] = useState<number>();
  const [likeliest] = useState(() => likeliestEvent(found.events, wrapUp, found.pageUrl));
  const box = useRef<HTMLElement>(null);
  const at = chosen ?? likeliest;
  const captured = found.events[at];
  if (!captured) return null;
  const proposals = proposeFill(wrapUp, captured, context);
  const notes = eventNotes(captured, wrapUp);
  return (
    <section class="fill" ref={box} tabIndex={-1} aria-label={t('popup_fill_label')}>
      {found.events.length > 1 && (
        <EventChoice events={found.events} chosen={at} onChoice={setChosen} />
      )}
      <EventSummary
        captured={captured}
        notes={proposals.length > 0 ? notes : notes.filter((note) => warnings.has(note))}
        named={found.events.length === 1}
      />
      <FillPreview
        key={at}
        proposals={proposals}
        onFill={(proposals) => {
          onFill(proposals);
          // The button may disappear with the last thing to fill.
          box.current?.focus();
        }}
      />
    </section>
  );
}
