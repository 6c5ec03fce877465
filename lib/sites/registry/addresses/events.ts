import type { EventSite } from '../../../core/events/event-site.ts';
import { eventbrite } from '../../eventbrite/address.ts';
import { gettogether } from '../../gettogether/address.ts';
import { luma } from '../../luma/address.ts';
import { meetup } from '../../meetup/address.ts';
import { mobilizon } from '../../mobilizon/address.ts';
import { pretix } from '../../pretix/address.ts';

/** Every event site that is known; at most one parses an address, so order means nothing. */
export const eventSites: readonly EventSite[] = [
  eventbrite,
  gettogether,
  luma,
  meetup,
  mobilizon,
  pretix,
];
