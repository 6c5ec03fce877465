import type { CapturedEvent } from '../core/capture.ts';
import { type Failure, failure } from '../core/errors.ts';
import { parseIcs } from '../core/ics.ts';
import { parseProfileAddress } from '../core/profile-address.ts';
import type { PageOverview } from '../core/recording.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { recordingOf } from './playback.ts';
import type { CalendarReader, Clock, MediaReader, PageReader } from './ports.ts';
import { choose, type FrameCapture, parseCaptures, topFrame } from './read-frames.ts';
import { chooseMedium, embeddedRecording } from './subjects/moment.ts';

/**
 * What could be clipped in a tab now; nothing heavy is read. Whether it is somebody's page its
 * address tells, too.
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
  const captures = parseCaptures(read.value);
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
    hasPerson: top.hasPerson === true || parseProfileAddress(top.page.url) !== undefined,
    recording: meant ? recordingOf(meant, top.page) : null,
    embedUrl: meant ? '' : embeddedRecording(frames),
  });
}

/**
 * The event that the page of a tab announces, itself or by a calendar's file that it links to;
 * fails with `event-not-found`.
 */
export async function readEvent(
  deps: { pages: PageReader; calendars: CalendarReader; clock: Clock },
  tabId: number,
): Promise<Result<CapturedEvent, Failure>> {
  const read = await deps.pages.read(tabId, { want: 'event' });
  if (!read.ok) return read;
  const captures = parseCaptures(read.value);
  const event = topFrame(captures)?.event ?? captures.find((each) => each.event)?.event;
  const found = event ?? (await eventInCalendar(deps, tabId, captures));
  return found === undefined ? fail(failure('event-not-found')) : ok(found);
}

/** Of a calendar the event at the page's address, else the first that is not over, else the first. */
async function eventInCalendar(
  { calendars, clock }: { calendars: CalendarReader; clock: Clock },
  tabId: number,
  captures: readonly FrameCapture[],
): Promise<CapturedEvent | undefined> {
  const top = topFrame(captures);
  if (!top?.calendarUrl) return undefined;
  const events = parseIcs(await calendars.read(tabId, top.calendarUrl));
  const { canonicalUrl } = top.page;
  const today = clock.now().slice(0, 10);
  const found =
    events.find(({ event }) => event.url === canonicalUrl) ??
    events.find(({ event }) => event.startsAt.slice(0, 10) >= today) ??
    events[0];
  return found && { ...found, event: { ...found.event, url: found.event.url || canonicalUrl } };
}
