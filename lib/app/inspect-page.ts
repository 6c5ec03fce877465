import { type Failure, failure } from '../core/base/errors.ts';
import { limits } from '../core/base/limits.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { CapturedEvent } from '../core/capture/capture.ts';
import { parseIcs } from '../core/events/ics.ts';
import type { PageOverview } from '../core/media/recording.ts';
import { parseProfileAddress } from '../sites/profile-address.ts';
import { chooseMedium, embeddedRecording } from './capture/candidates/moment.ts';
import { recordingOf } from './playback.ts';
import type { CalendarReader, Clock, MediaReader, PageReader } from './ports.ts';
import { choose, topFrame, withFrameIds } from './read-frames.ts';

/**
 * Returns what could be clipped in a tab now, without reading much. Whether it is a person's page
 * is judged by its address, too.
 */
export async function inspectPage(
  deps: { pages: PageReader; media: MediaReader },
  tabId: number,
): Promise<Result<PageOverview, Failure>> {
  const [read, media] = await Promise.all([
    deps.pages.read(tabId, { want: 'inspect' }),
    deps.media.read(tabId),
  ]);
  if (!read.ok) return read;
  const captures = withFrameIds(read.value);
  const top = topFrame(captures);
  if (top === undefined) return fail(failure('capture-failed'));
  const selected = choose(captures, (capture) => capture.hasSelection);
  const frames = media.ok ? media.value : [];
  const meant = chooseMedium(frames);
  return ok({
    page: top.page,
    hasSelection: selected !== undefined,
    selectionPreview: selected?.selectionPreview ?? '',
    hasEvent: captures.some((capture) => capture.hasEvent),
    hasCalendar: top.calendarUrl !== undefined,
    hasPerson: top.hasPerson === true || parseProfileAddress(top.page.url) !== undefined,
    recording: meant ? recordingOf(meant, top.page) : null,
    embedUrl: meant ? '' : embeddedRecording(frames),
  });
}

/** The events that a page announces, to choose from, and where they came from. */
export interface EventsFound {
  /** The page's canonical address. */
  pageUrl: string;
  /** At least one event: the page's own first, then the others, most likely first. */
  events: CapturedEvent[];
}

/**
 * Returns the events that a tab's page announces, itself or in a calendar file that it links to.
 * Fails with `event-not-found`, `calendar-unreachable` or `calendar-unreadable`.
 */
export async function readEvents(
  deps: { pages: PageReader; calendars: CalendarReader; clock: Clock },
  tabId: number,
): Promise<Result<EventsFound, Failure>> {
  const read = await deps.pages.read(tabId, { want: 'event' });
  if (!read.ok) return read;
  const captures = withFrameIds(read.value);
  const top = topFrame(captures);
  const said = [top, ...captures].find((each) => each?.events?.length);
  const pageUrl = (top ?? said)?.page.canonicalUrl ?? '';
  if (said?.events) return ok({ pageUrl, events: said.events });
  if (!top?.calendarUrl) return fail(failure('event-not-found'));
  const calendar = await deps.calendars.read(tabId, top.calendarUrl);
  if (!calendar.ok) return calendar;
  const events = eventsInCalendar(calendar.value, pageUrl, deps.clock.now());
  return events.length === 0 ? fail(failure('event-not-found')) : ok({ pageUrl, events });
}

/**
 * Sorts the page's own event first, then future events from the next on, then past ones from the
 * latest on.
 */
function eventsInCalendar(text: string, pageUrl: string, now: string): CapturedEvent[] {
  const today = now.slice(0, 10);
  const rank = ({ event }: CapturedEvent) =>
    event.url === pageUrl ? 0 : event.startsAt.slice(0, 10) >= today ? 1 : 2;
  return parseIcs(text, { now })
    .sort((one, other) => {
      const [a, b] = [one.event.startsAt, other.event.startsAt];
      const later = rank(one) === 2 ? b.localeCompare(a) : a.localeCompare(b);
      return rank(one) - rank(other) || later;
    })
    .slice(0, limits.events)
    .map((found) => ({ ...found, event: { ...found.event, url: found.event.url || pageUrl } }));
}
