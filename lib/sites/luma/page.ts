import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { mendEvent, nextData } from '../../page/adapters/events/mend.ts';
import { stringAt, valueAt } from '../../page/adapters/page-json.ts';
import { parseEventAddress } from '../event-address.ts';
import { site } from './address.ts';

/**
 * Times are in UTC, beside the intended zone; `location_type` is `offline` or says how to join.
 * Checked in 2026 against public code that reads this state.
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url }) {
    const place = parseEventAddress(url.href);
    return { siteName: 'Luma', ...(place ? { canonicalUrl: place.canonicalUrl } : {}) };
  },
  event(page, found) {
    const data = valueAt(nextData(page.doc), 'props', 'pageProps', 'initialData', 'data');
    const event = valueAt(data, 'event');
    const place = valueAt(event, 'geo_address_info');
    const hosts = valueAt(data, 'hosts');
    const [first] = Array.isArray(hosts) ? hosts : [];
    const calendar = valueAt(data, 'calendar');
    const kind = stringAt(event, 'location_type');
    const slug = stringAt(calendar, 'slug');
    return mendEvent(page, found, {
      name: stringAt(event, 'name'),
      start: stringAt(event, 'start_at'),
      end: stringAt(event, 'end_at'),
      timeZone: stringAt(event, 'timezone'),
      ...(kind === '' || kind === 'offline' ? {} : { online: 'only' }),
      venue: { name: stringAt(place, 'address'), url: '' },
      venueAddress: stringAt(place, 'full_address'),
      organiser: {
        name: stringAt(calendar, 'name') || stringAt(first, 'name'),
        url: slug === '' ? '' : `https://luma.com/${encodeURIComponent(slug)}`,
      },
    });
  },
};
