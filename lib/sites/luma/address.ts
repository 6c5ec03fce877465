import type { Site } from '../../core/address/site.ts';
import type { EventSite } from '../../core/events/event-site.ts';

const reserved = new Set(
  'calendar category create discover explore help home login map pricing settings signin terms user'.split(
    ' ',
  ),
);

/** lu.ma moved to luma.com; the names stayed. */
export const event: EventSite = {
  id: 'luma',
  hosts: ['luma.com', 'lu.ma'],
  parse(_, parts) {
    const id = parts[0] === 'event' ? parts[1] : parts[0];
    const rest = parts[0] === 'event' ? parts[2] : parts[1];
    if (id === undefined || rest !== undefined || reserved.has(id)) return undefined;
    if (!/^[\w.-]{2,100}$/.test(id)) return undefined;
    const path = parts[0] === 'event' ? `event/${id}` : id;
    return { kind: 'event', id, canonicalUrl: `https://luma.com/${path}` };
  },
};

export const site: Site = { id: 'luma', script: 'adapter-events', hosts: ['luma.com', 'lu.ma'] };
