import type { Capture, CaptureRequest } from '../core/capture.ts';
import type { PageInfo } from '../core/source.ts';
import { pageAddress } from '../core/url.ts';
import type { SiteAdapter, SitePage } from './adapters/adapter.ts';
import { readSiteEvents } from './adapters/read-event.ts';
import { readSite } from './adapters/read-site.ts';
import { attempt } from './attempt.ts';
import { readCalendarUrl } from './calendar-link.ts';
import { type PageEvents, readEvents } from './event.ts';
import { hasEvent } from './event-nodes.ts';
import { deepActiveElement } from './find-selection.ts';
import { hasPerson } from './has-person.ts';
import { headingNamed } from './heading.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { fittingUrl, readPageInfo } from './page-info.ts';
import { readLinkText, readPicture } from './picture.ts';
import { previewSelection } from './preview.ts';
import {
  attribute,
  baseUrl,
  documentUrl,
  documentView,
  hasFocus,
  localName,
  ownerDocument,
} from './safe-dom.ts';
import { selectedElements } from './selected-elements.ts';

const noData: LinkedData = { nodes: [], resolve: () => undefined };
const noEvents: PageEvents = { own: undefined, others: [] };

/** The least that can be said of a page whose details cannot be read. */
function bareInfo(doc: Document): PageInfo {
  const url = fittingUrl(documentUrl(doc));
  return {
    url,
    canonicalUrl: url,
    title: '',
    cleanTitle: '',
    siteName: '',
    author: '',
    published: '',
    description: '',
    mediaType: 'text/html',
    language: '',
  };
}

/**
 * The document whose details are those of this frame: a frame written by its page (`srcdoc`,
 * `about:blank`) has no address of its own.
 */
function describedDocument(doc: Document): Document {
  let at = doc;
  while (documentUrl(at).startsWith('about:')) {
    const frame = documentView(at)?.frameElement;
    const around = frame && ownerDocument(frame);
    if (!around) break;
    at = around;
  }
  return at;
}

/** The frame in this document that has the keyboard; undefined where the document itself has it. */
function focusedFrame(doc: Document): Element | undefined {
  const active = deepActiveElement(doc);
  return active && ['iframe', 'frame'].includes(localName(active)) ? active : undefined;
}

/** Whether this document has the keyboard, not a frame in it. */
function isFocused(doc: Document): boolean {
  return hasFocus(doc) && focusedFrame(doc) === undefined;
}

/** No script may enter some frames: then their address is all there is to know of them. */
function focusedEmbed(doc: Document): { focusedEmbed?: string } {
  const frame = focusedFrame(doc);
  if (!frame) return {};
  return {
    focusedEmbed: fittingUrl(URL.parse(attribute(frame, 'src'), baseUrl(frame))?.href ?? ''),
  };
}

/** The fragment of what is to be linked: the page itself, or a link to a place on it; '' else. */
function fragmentOf(request: CaptureRequest, url: URL | null): string {
  if (url === null) return '';
  if (request.want === 'clip') return url.hash.slice(1);
  const link = request.want === 'link' ? URL.parse(request.linkUrl, url.href) : null;
  const isHere = link !== null && pageAddress(link.href) === pageAddress(url.href);
  return isHere ? link.hash.slice(1) : '';
}

/**
 * What one frame answers to `request`, all but the selection in full (`addSelection`). Everything
 * is read now, because a single-page application changes it without loading. Never throws: what
 * cannot be read is left empty, and `error` says so where it is what was asked for.
 * @param today ISO date
 * @param adapters those that were injected for the page's address; most pages need none
 */
export function capturePage(
  doc: Document,
  request: CaptureRequest,
  frame: { top: boolean },
  today: string,
  adapters: readonly SiteAdapter[] = [],
): Capture {
  const described = attempt(() => describedDocument(doc), doc);
  const data = attempt(() => readLinkedData(described), noData);
  const info = attempt(() => readPageInfo(described, data), bareInfo(described));
  const url = URL.parse(documentUrl(described));
  const site: SitePage | undefined = url ? { doc: described, url, info, data } : undefined;
  const selected =
    request.want === 'clip' ? attempt(() => selectedElements(doc), undefined) : undefined;
  const page = site ? attempt(() => readSite(adapters, site, selected), info) : info;
  const selectionPreview =
    request.want === 'inspect' ? attempt(() => previewSelection(doc), '') : '';
  const answer: Capture = {
    frame: {
      top: frame.top,
      focused: attempt(() => isFocused(doc), false),
      ...attempt(() => focusedEmbed(doc), {}),
    },
    page,
    hasSelection: selectionPreview !== '',
    selectionPreview,
    hasEvent:
      attempt(() => hasEvent(described, data), false) ||
      (site !== undefined && readSiteEvents(adapters, site).length > 0),
  };
  if (request.want === 'inspect') {
    answer.hasPerson = attempt(() => hasPerson(described, data), false);
  }
  const failed = (): void => {
    answer.error = 'capture-failed';
  };

  const heading = attempt(() => headingNamed(described, fragmentOf(request, url)), '');
  if (heading !== '') answer.section = { heading };
  if (request.want === 'picture') {
    const picture = attempt(() => readPicture(doc, request.srcUrl), undefined, failed);
    if (picture) answer.picture = picture;
  }
  if (request.want === 'link') {
    const read = () => readLinkText(doc, request.linkUrl, deepActiveElement(doc));
    answer.linkText = attempt(read, '', failed);
  }
  if (request.want === 'event') {
    const found = attempt(
      () => readEvents(described, page.canonicalUrl, today, data),
      noEvents,
      failed,
    );
    const events = site ? readSiteEvents(adapters, { ...site, info: page }, found) : [];
    if (events.length > 0) answer.events = events;
  }
  if (request.want === 'event' || request.want === 'inspect') {
    const calendarUrl = attempt(() => readCalendarUrl(described), '');
    if (calendarUrl !== '') answer.calendarUrl = calendarUrl;
  }
  return answer;
}
