import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Reply } from '../../lib/messages/protocol.ts';
import type { PageEdge } from './use-page.ts';

/** What the page in the tab says of events. */
export type PageEvents =
  /** Not known yet. */
  | { state: 'reading' }
  /** The page could not be looked at. */
  | { state: 'unread'; failure: Failure }
  /** The page says nothing; `calendar` where it links to a calendar that could be asked. */
  | { state: 'none'; calendar: boolean }
  | { state: 'failed'; failure: Failure }
  | ({ state: 'found' } & Reply<'event.read'>);

export interface PageEventsEdge {
  events: PageEvents;
  /** Reads the page once more, and what it links to. */
  look(): void;
}

/**
 * The events of the page, read on their own where it has some: as soon as the popup is open, so that
 * the details are not moved when they are shown. A calendar is asked only by `look`: that is a
 * request to the page's server, which nobody made by opening the popup.
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
    // An answer that was overtaken is that of another page.
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
    // The page is looked at whenever the popup gets the focus; what its calendar said stays.
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
