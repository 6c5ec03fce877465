import type { SiteAdapter } from '../adapter.ts';
import { eventbrite } from './eventbrite.ts';
import { gettogether } from './gettogether.ts';
import { luma } from './luma.ts';
import { meetup } from './meetup.ts';
import { mobilizon } from './mobilizon.ts';
import { pretix } from './pretix.ts';

export const eventsAdapters: readonly SiteAdapter[] = [
  eventbrite,
  gettogether,
  luma,
  meetup,
  mobilizon,
  pretix,
];
