import { oneLine } from '../../core/text/title.ts';
import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { mendEvent } from '../../page/adapters/events/mend.ts';
import { lineOf, textAt } from '../../page/adapters/page-text.ts';
import {
  attribute,
  firstChild,
  isElement,
  isText,
  localName,
  matches,
  nextSibling,
  query,
  queryAll,
  textData,
} from '../../page/safe-dom.ts';
import { parseEventAddress } from '../event-address.ts';
import { site } from './address.ts';

/** Returns the row of the event's details with this icon. */
function row(doc: Document, icon: string): Element | undefined {
  const found = queryAll(doc, '.info-row').find((each) => query(each, `.fa-${icon}`));
  return found && query(found, 'p');
}

/**
 * Returns the words in a row, with a comma for each line break, without those only for screen
 * readers.
 */
function wordsOf(element: Element | undefined): string {
  let words = '';
  for (let node = element ? firstChild(element) : null; node; node = nextSibling(node)) {
    if (isText(node)) words += textData(node);
    else if (isElement(node) && localName(node) === 'br') words += ', ';
    else if (isElement(node) && !matches(node, '.sr-only')) words += lineOf(node);
  }
  return oneLine(words).replace(/\s+,/g, ',');
}

/**
 * A shop's front page; it has nothing in JSON-LD. The first line of the place is its name; the
 * first of the times is the start, and what follows may be the end or the admission.
 * @see https://github.com/pretix/pretix (`event/fragment_event_info.html`, read in 2026)
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url }) {
    const place = parseEventAddress(url.href);
    return place ? { canonicalUrl: place.canonicalUrl } : {};
  },
  event(page, found) {
    const { doc, info, url } = page;
    if (parseEventAddress(url.href)?.kind !== 'event') return found;
    const clock = row(doc, 'clock-o');
    const time = clock && query(clock, '[data-time][data-timezone]');
    const day = clock && query(clock, 'time[datetime]');
    const where = row(doc, 'map-marker');
    const place = wordsOf(where);
    const [name = ''] = place.split(/,/, 1);
    const organiser = textAt(doc, '.organizer-name', 'footer a[href*="/organizer/"]');
    return mendEvent(page, found, {
      name: textAt(doc, 'h2.content-header', '.page-header h1 a', 'h1 a', 'h1') || info.cleanTitle,
      start: time ? attribute(time, 'data-time') : '',
      timeZone: time ? attribute(time, 'data-timezone') : '',
      ...(day && !time ? { start: attribute(day, 'datetime') } : {}),
      venue: { name, url: '' },
      venueAddress: place,
      organiser: { name: organiser, url: organiser === '' ? '' : new URL('..', url).href },
    });
  },
};
