import type { Site } from '../../core/address/site.ts';
import { encodeSegment } from '../../core/address/web-url.ts';
import type { EventSite } from '../../core/events/event-site.ts';

/** `/events/ID/TITLE/`. */
export const event: EventSite = {
  id: 'gettogether',
  hosts: ['gettogether.community'],
  parse(_, [first, id = '', title]) {
    if (first !== 'events' || !/^\d{1,9}$/.test(id)) return undefined;
    const page = `https://gettogether.community/events/${id}/`;
    return {
      kind: 'event',
      id,
      canonicalUrl: title === undefined ? page : `${page}${encodeSegment(title)}/`,
    };
  },
};

export const site: Site = {
  id: 'gettogether',
  script: 'adapter-events',
  hosts: ['gettogether.community'],
};
