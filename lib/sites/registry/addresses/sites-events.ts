import type { Site } from '../../../core/site.ts';
import { eventbrite as eventbriteSite } from '../../eventbrite/address.ts';

const script = 'adapter-events';

export const meetup: Site = { id: 'meetup', script, hosts: ['meetup.com'] };
export const luma: Site = { id: 'luma', script, hosts: ['luma.com', 'lu.ma'] };
export const eventbrite: Site = { id: 'eventbrite', script, hosts: eventbriteSite.hosts };
export const pretix: Site = { id: 'pretix', script, hosts: ['pretix.eu'] };
export const gettogether: Site = { id: 'gettogether', script, hosts: ['gettogether.community'] };

/** On any host: `/events/UUID`. */
export const mobilizon: Site = {
  id: 'mobilizon',
  script,
  hosts: [],
  path: /^\/events\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/?$/i,
};
