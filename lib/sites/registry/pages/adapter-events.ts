import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { eventbrite } from '../../eventbrite/page.ts';
import { gettogether } from '../../gettogether/page.ts';
import { luma } from '../../luma/page.ts';
import { meetup } from '../../meetup/page.ts';
import { mobilizon } from '../../mobilizon/page.ts';
import { pretix } from '../../pretix/page.ts';

export const eventsAdapters: readonly SiteAdapter[] = [
  eventbrite,
  gettogether,
  luma,
  meetup,
  mobilizon,
  pretix,
];
