import { isTimeZone } from '../../core/time/time-zone.ts';
import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { mendEvent, zoneIn } from '../../page/adapters/events/mend.ts';
import { lineOf, linkAt, textAt } from '../../page/adapters/page-text.ts';
import { queryAll } from '../../page/safe-dom.ts';
import { parseEventAddress } from '../event-address.ts';
import { site } from './address.ts';

/**
 * The zone is in the event's details as text, `Local time (Europe/Berlin)`, for readers elsewhere.
 */
function zoneInText(doc: Document): string {
  for (const element of queryAll(doc, '.event-metadata, aside, .datetime-container, time').slice(
    0,
    20,
  )) {
    const zone = /\b[A-Z][A-Za-z]+\/[A-Z][\w/+-]+/.exec(lineOf(element, 4_000))?.[0] ?? '';
    if (isTimeZone(zone)) return zone;
  }
  return '';
}

/**
 * Its JSON-LD has times in UTC, no zone, no address of the event, and the organiser without an
 * address and also as performer.
 * @see https://github.com/framasoft/mobilizon (`json_ld/object_view.ex`, `EventFullDate.vue`, 2026)
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url }) {
    const place = parseEventAddress(url.href);
    return place ? { canonicalUrl: place.canonicalUrl } : {};
  },
  event(page, found) {
    const { doc } = page;
    return mendEvent(page, found, {
      name: textAt(doc, 'h1.event-title', 'h1'),
      timeZone: zoneIn(doc, ['data-timezone']) || zoneInText(doc),
      organiser: {
        name: textAt(doc, '.organized-by .actor-name', '.event-metadata a[href*="/@"]'),
        url: linkAt(doc, '.event-metadata a[href*="/@"]'),
      },
    });
  },
};
