// Made by `npm run sites` from the folders in lib/sites.
import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { adapter as webArchive } from '../../web-archive/page.ts';
import { adapter as wikipedia } from '../../wikipedia/page.ts';

export const adapters: readonly SiteAdapter[] = [webArchive, wikipedia].flat();
