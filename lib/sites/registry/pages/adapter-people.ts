// Made by `npm run sites` from the folders in lib/sites.
import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { adapter as linkedin } from '../../linkedin/page.ts';
import { adapter as sessionize } from '../../sessionize/page.ts';
import { adapter as speakerdeck } from '../../speakerdeck/page.ts';
import { adapter as xing } from '../../xing/page.ts';

export const adapters: readonly SiteAdapter[] = [linkedin, sessionize, speakerdeck, xing].flat();
