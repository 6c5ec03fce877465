// Made by `npm run sites` from the folders in lib/sites.
import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { adapter as eventbrite } from '../../eventbrite/page.ts';
import { adapter as gettogether } from '../../gettogether/page.ts';
import { adapter as luma } from '../../luma/page.ts';
import { adapter as meetup } from '../../meetup/page.ts';
import { adapter as mobilizon } from '../../mobilizon/page.ts';
import { adapter as pretix } from '../../pretix/page.ts';

export const adapters: readonly SiteAdapter[] = [
  eventbrite,
  gettogether,
  luma,
  meetup,
  mobilizon,
  pretix,
].flat();
