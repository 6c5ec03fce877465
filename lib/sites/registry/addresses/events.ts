// Made by `npm run sites` from the folders in lib/sites.
import type { EventSite } from '../../../core/events/event-site.ts';
import { event as eventbrite } from '../../eventbrite/address.ts';
import { event as gettogether } from '../../gettogether/address.ts';
import { event as luma } from '../../luma/address.ts';
import { event as meetup } from '../../meetup/address.ts';
import { event as mobilizon } from '../../mobilizon/address.ts';
import { event as pretix } from '../../pretix/address.ts';

export const eventSites: readonly EventSite[] = [
  eventbrite,
  gettogether,
  luma,
  meetup,
  mobilizon,
  pretix,
].flat();
