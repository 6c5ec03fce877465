import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Reply } from '../../lib/messages/protocol.ts';
import type { PageEdge } from './use-page.ts';

/** The events that the tab's page announces. */
export type PageEvents =
  /** They are not known yet. */
  | { state: 'reading' }
  /** The page could not be examined. */
  | { state: 'unread'; failure: Failure }
  /** The page announces none; `calendar` if it links to a calendar that could be read. */
  | { state: 'none'; calendar: boolean }
  | { state: 'failed'; failure: Failure }
  | ({ state: 'found' } & Reply<'event.read'>);

export interface PageEventsEdge {
  events: PageEvents;
  /** Reads the page again, and the calendar it links to. */
  look(): void;
}

/**
 * The events of the page. If it has some, they are read as soon as the popup opens, so that the
 * details do not shift when they appear. A calendar is read only by `look`, because that sends a
 * request to the page's server, which the user did not ask for by opening the popup.
 */
export function usePageEvents(page: PageEdge): PageEventsEdge {
  const [events, setEvents] = useState<PageEvents>({ state: 'reading' });
  const latest = useRef(0);
  const lastSeen = useRef('');
  const { inspected } = page;
  const readEvents = useRef(page.readEvents);
  readEvents.current = page.readEvents;

  const look = useCallback(async () => {
    const turn = ++latest.current;
    const read = await readEvents.current();
    // An outdated answer belongs to another page.
    if (turn !== latest.current) return;
    setEvents(
      read.ok ? { state: 'found', ...read.value } : { state: 'failed', failure: read.error },
    );
  }, []);
  useEffect(() => {
    if (!inspected) return;
    if (inspected.ok && inspected.value.hasEvent) {
      lastSeen.current = '';
      void look();
      return;
    }
    const next: PageEvents = inspected.ok
      ? { state: 'none', calendar: inspected.value.hasCalendar }
      : { state: 'unread', failure: inspected.error };
    // The page is examined whenever the popup gets the focus; its calendar's events stay.
    const of = inspected.ok ? inspected.value.page.url : inspected.error.code;
    const seen = `${of} ${next.state === 'none' && next.calendar}`;
    if (seen === lastSeen.current) return;
    lastSeen.current = seen;
    latest.current++;
    setEvents(next);
  }, [inspected, look]);
  return {
    events,
    look() {
      setEvents({ state: 'reading' });
      void look();
    },
  };
}
