import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { mendEvent, nextData, nobody, siteUrl } from '../../page/adapters/events/mend.ts';
import { objectWith, stringAt, valueAt } from '../../page/adapters/page-json.ts';
import { parseEventAddress } from '../event-address.ts';
import { site } from './address.ts';

/**
 * Returns the event in the page's state: in the former place (`pageProps.event`), or in Apollo's
 * cache, where group and venue refer to other entries.
 */
function eventIn(
  doc: Document,
  id: string,
): { event: unknown; follow: (value: unknown) => unknown } {
  const state = nextData(doc);
  const cache = valueAt(objectWith(state, '__APOLLO_STATE__'), '__APOLLO_STATE__');
  const follow = (value: unknown) => {
    const reference = stringAt(value, '__ref');
    return reference === '' ? value : valueAt(cache, reference);
  };
  const cached = valueAt(cache, `Event:${id}`);
  return { event: cached ?? valueAt(state, 'props', 'pageProps', 'event'), follow };
}

/** State and JSON-LD checked in 2026 against public code that reads them. */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url }) {
    const place = parseEventAddress(url.href);
    return { siteName: 'Meetup', ...(place ? { canonicalUrl: place.canonicalUrl } : {}) };
  },
  event(page, found) {
    const place = parseEventAddress(page.url.href);
    if (place?.kind !== 'event') return found;
    const { event, follow } = eventIn(page.doc, place.id);
    const group = follow(valueAt(event, 'group'));
    const venue = follow(valueAt(event, 'venue'));
    const urlname = stringAt(group, 'urlname');
    const town = stringAt(venue, 'city');
    const address = [stringAt(venue, 'address'), town].filter((part) => part !== '');
    const kind = stringAt(event, 'eventType');
    const isOnline = kind === 'ONLINE';
    return mendEvent(page, found, {
      name: stringAt(event, 'title'),
      start: stringAt(event, 'dateTime'),
      end: stringAt(event, 'endTime'),
      ...(/^CANCEL/.test(stringAt(event, 'status')) ? { status: 'cancelled' } : {}),
      ...(isOnline ? { online: 'only' } : kind === 'HYBRID' ? { online: 'also' } : {}),
      timeZone: stringAt(group, 'timezone'),
      // There, `Online event` is a venue.
      venue: isOnline ? nobody : { name: stringAt(venue, 'name'), url: '' },
      venueAddress: address.join(', '),
      organiser: {
        name: stringAt(group, 'name'),
        url: urlname === '' ? '' : siteUrl(`/${urlname}/`, page.doc),
      },
    });
  },
};
