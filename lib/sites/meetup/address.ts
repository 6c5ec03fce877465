import type { Site } from '../../core/address/site.ts';
import { encodeSegment } from '../../core/address/web-url.ts';
import type { EventSite } from '../../core/events/event-site.ts';

const locale = /^[a-z]{2}-[a-z]{2,4}$/i;
const reserved = new Set(
  'about account apps blog cities dashboard find help home login lp members messages notifications pro register start topics your-events'.split(
    ' ',
  ),
);

/** `/de-de/GROUP/events/ID/`: the page is the same without the locale. */
export const event: EventSite = {
  id: 'meetup',
  hosts: ['meetup.com'],
  parse(_, parts) {
    const [group = '', events, id = ''] = locale.test(parts[0] ?? '') ? parts.slice(1) : parts;
    if (!/^[\p{L}\p{N}_-]{2,200}$/u.test(group) || reserved.has(group)) return undefined;
    const page = `https://www.meetup.com/${encodeSegment(group)}/`;
    if (events === undefined) {
      return { kind: 'group', id: group.toLowerCase(), canonicalUrl: page };
    }
    if (events !== 'events' || !/^[a-z\d]{5,40}$/i.test(id)) return undefined;
    return { kind: 'event', id, canonicalUrl: `${page}events/${id}/` };
  },
};

export const site: Site = { id: 'meetup', script: 'adapter-events', hosts: ['meetup.com'] };
