import { isTimeZone } from '../../core/time/time-zone.ts';
import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { mendEvent } from '../../page/adapters/events/mend.ts';
import { queryAll, textContent } from '../../page/safe-dom.ts';
import { parseEventAddress } from '../event-address.ts';
import { site } from './address.ts';

/** Returns the zone in the state that the page passes to its scripts, whatever its name there. */
function zoneInState(doc: Document): string {
  for (const script of queryAll(doc, 'script:not([src])').slice(0, 100)) {
    const found = (textContent(script) ?? '').matchAll(/"time_?[zZ]one"\s*:\s*"([\w/+-]{3,60})"/g);
    for (const [, zone = ''] of found) if (isTimeZone(zone)) return zone;
  }
  return '';
}

export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url }) {
    const place = parseEventAddress(url.href);
    return { siteName: 'Eventbrite', ...(place ? { canonicalUrl: place.canonicalUrl } : {}) };
  },
  event: (page, found) => found && mendEvent(page, found, { timeZone: zoneInState(page.doc) }),
};
