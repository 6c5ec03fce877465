import { pageAddress } from '../core/address/url.ts';
import type { Capture, CaptureRequest } from '../core/capture/capture.ts';
import type { SiteAdapter } from './adapters/adapter.ts';
import { readSiteEvents } from './adapters/read-event.ts';
import { attempt } from './attempt.ts';
import { readCalendarUrl } from './calendar-link.ts';
import { type PageEvents, readEvents } from './event.ts';
import { hasEvent } from './event-nodes.ts';
import { deepActiveElement } from './find-selection.ts';
import { hasPerson } from './has-person.ts';
import { readLinkText, readPicture } from './picture.ts';
import { previewSelection } from './preview.ts';
import { type FrameReading, readFrame, sectionNamed } from './read-frame.ts';

/** The requests to this script; the others have their own scripts. */
export type PageRequest = Exclude<CaptureRequest, { want: 'clip' | 'person' }>;

const noEvents: PageEvents = { own: undefined, others: [] };

/** Returns the fragment of a link to a place on the page itself; '' for any other. */
function fragmentOf(linkUrl: string, url: URL | undefined): string {
  const link = url ? URL.parse(linkUrl, url.href) : null;
  const isHere = link !== null && pageAddress(link.href) === pageAddress(url?.href ?? '');
  return isHere ? link.hash.slice(1) : '';
}

/**
 * Returns one frame's answer to `request`. Never throws: what can't be read is left empty, and
 * `error` says so if it was what the request asked for.
 * @param today ISO date
 * @param adapters those that were injected for the page's address; most pages need none
 */
export function capturePage(
  doc: Document,
  request: PageRequest,
  frame: { top: boolean },
  today: string,
  adapters: readonly SiteAdapter[] = [],
): Capture {
  const reading = readFrame(doc, frame, adapters);
  const { answer } = reading;
  const failed = (): void => {
    answer.error = 'capture-failed';
  };
  switch (request.want) {
    case 'inspect':
      inspect(doc, reading, adapters);
      break;
    case 'page':
      Object.assign(answer, sectionNamed(reading, reading.site?.url.hash.slice(1) ?? ''));
      break;
    case 'picture': {
      const picture = attempt(() => readPicture(doc, request.srcUrl), undefined, failed);
      if (picture) answer.picture = picture;
      break;
    }
    case 'link': {
      const read = () => readLinkText(doc, request.linkUrl, deepActiveElement(doc));
      answer.linkText = attempt(read, '', failed);
      Object.assign(answer, sectionNamed(reading, fragmentOf(request.linkUrl, reading.site?.url)));
      break;
    }
    case 'event':
      addEvents(reading, today, adapters, failed);
      break;
  }
  return answer;
}

/** Returns what the page offers, without reading much. */
function inspect(doc: Document, reading: FrameReading, adapters: readonly SiteAdapter[]): void {
  const { answer, described, data, site } = reading;
  answer.selectionPreview = attempt(() => previewSelection(doc), '');
  answer.hasSelection = answer.selectionPreview !== '';
  answer.hasEvent =
    attempt(() => hasEvent(described, data), false) ||
    (site !== undefined && readSiteEvents(adapters, site).length > 0);
  answer.hasPerson = attempt(() => hasPerson(described, data), false);
  addCalendar(reading);
}

function addEvents(
  reading: FrameReading,
  today: string,
  adapters: readonly SiteAdapter[],
  failed: () => void,
): void {
  const { answer, described, data, site } = reading;
  const { page } = answer;
  const read = () => readEvents(described, page.canonicalUrl, today, data);
  const found = attempt(read, noEvents, failed);
  const events = site ? readSiteEvents(adapters, { ...site, info: page }, found) : [];
  if (events.length > 0) answer.events = events;
  addCalendar(reading);
}

function addCalendar({ answer, described }: FrameReading): void {
  const calendarUrl = attempt(() => readCalendarUrl(described), '');
  if (calendarUrl !== '') answer.calendarUrl = calendarUrl;
}
