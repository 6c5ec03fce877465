import { addressOf } from './adapters/page-text.ts';
import { fittingUrl } from './page-info.ts';
import { attribute, queryAll } from './safe-dom.ts';

/** Sites offer calendars to programs as `webcal:`; the file is at the https address. */
const calendars =
  'link[type="text/calendar"][href], a[type="text/calendar"][href], a[href*=".ics"], a[href^="webcal:"], a[href*="/ical"], a[href*="ical="], a[download$=".ics"]';

function isCalendar(url: URL): boolean {
  return /\.ics$|\/ical(?:endar)?(?:\/|$)/i.test(url.pathname) || url.searchParams.has('ical');
}

/** Returns the iCalendar file (RFC 5545) that the page links to; '' if there is none. */
export function readCalendarUrl(doc: Document): string {
  for (const link of queryAll(doc, calendars).slice(0, 50)) {
    const written = attribute(link, 'href').trim();
    const address = /^webcal:/i.test(written)
      ? (URL.parse(written.replace(/^webcal/i, 'https'))?.href ?? '')
      : addressOf(link);
    const url = URL.parse(address);
    const saysSo = /calendar/.test(attribute(link, 'type'));
    if (url && (saysSo || isCalendar(url))) return fittingUrl(address);
  }
  return '';
}
