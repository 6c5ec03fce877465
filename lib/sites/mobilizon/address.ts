import type { Site } from '../../core/address/site.ts';
import type { EventSite } from '../../core/events/event-site.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** On any host: `/events/UUID`. */
export const event: EventSite = {
  id: 'mobilizon',
  hosts: [],
  parse(url, [first, id = '', more]) {
    if (first !== 'events' || more !== undefined || !uuid.test(id)) return undefined;
    return {
      kind: 'event',
      id: id.toLowerCase(),
      canonicalUrl: `${url.protocol}//${url.host}/events/${id.toLowerCase()}`,
    };
  },
};

export const site: Site = {
  id: 'mobilizon',
  script: 'adapter-events',
  hosts: [],
  path: /^\/events\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/?$/i,
};
