import type { EventSite } from './event-site.ts';
import { eventbrite } from './eventbrite.ts';
import { gettogether } from './gettogether.ts';
import { luma } from './luma.ts';
import { meetup } from './meetup.ts';
import { mobilizon } from './mobilizon.ts';
import { pretix } from './pretix.ts';

/** Every event site that is known; at most one parses an address, so order means nothing. */
export const eventSites: readonly EventSite[] = [
  eventbrite,
  gettogether,
  luma,
  meetup,
  mobilizon,
  pretix,
];
