import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { mendEvent } from '../../page/adapters/events/mend.ts';
import { addressOf, lineOf, linkAt, textAt } from '../../page/adapters/page-text.ts';
import { query, queryAll } from '../../page/safe-dom.ts';
import { parseEventAddress } from '../event-address.ts';
import { site } from './address.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const two = (value: number) => String(value).padStart(2, '0');

/** `Oct. 28, 2025, 7:30 p.m.`, as Django writes times, converted to ISO; '' for anything else. */
function djangoTime(text: string): string {
  const [, month = '', day = '', year = '', clock = ''] =
    /([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),\s+(\d{4}),\s+(noon|midnight|\d{1,2}(?::\d{2})?\s*[ap]\.m\.)/.exec(
      text,
    ) ?? [];
  const at = months.indexOf(month.slice(0, 3).toLowerCase());
  if (at < 0) return '';
  const [, hours = '0', minutes = '00', half] = /^(\d+)(?::(\d+))?\s*([ap])/.exec(clock) ?? [];
  const hour = clock === 'noon' ? 12 : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  return `${year}-${two(at + 1)}-${two(Number(day))}T${two(hour)}:${minutes}`;
}

/**
 * It has nothing in JSON-LD; its rows are `Time:`, `Place:`, `Presentations:`.
 * @see https://github.com/GetTogetherComm/GetTogether (`events/show_event.html`, read in 2026)
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url }) {
    const place = parseEventAddress(url.href);
    const found = { siteName: 'GetTogether' };
    return place ? { ...found, canonicalUrl: place.canonicalUrl } : found;
  },
  event(page, found) {
    const { doc, url } = page;
    if (!parseEventAddress(url.href)) return found;
    const rows = queryAll(doc, '.row').filter((each) => queryAll(each, '.row').length === 0);
    const time = rows.map((each) => djangoTime(lineOf(each))).find((start) => start !== '');
    const speakers = queryAll(doc, '.col-9 a[href*="/speaker/"], .col-9 a[href*="/speakers/"]');
    const cancelled = query(doc, 'p.alerts + .alert-danger') !== undefined;
    return mendEvent(page, found, {
      ...(cancelled ? { status: 'cancelled' } : {}),
      name: textAt(doc, 'h2.team-title', 'h2').replace(/\s*\(Canceled\)$/, ''),
      start: time ?? '',
      timeZone: textAt(doc, '.addeventatc .timezone'),
      venue: {
        name: textAt(doc, '.col-9 a[href*="/place"]', '.addeventatc .location'),
        url: linkAt(doc, '.col-9 a[href*="/place"]'),
      },
      organiser: {
        name: textAt(doc, 'h2 ~ p.text-muted a', '.team-banner ~ p.text-muted a'),
        url: linkAt(doc, 'h2 ~ p.text-muted a', '.team-banner ~ p.text-muted a'),
      },
      performers: speakers.map((link) => ({ name: lineOf(link), url: addressOf(link) })),
    });
  },
};
