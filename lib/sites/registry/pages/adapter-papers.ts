// Made by `npm run sites` from the folders in lib/sites.
import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { adapter as arxiv } from '../../arxiv/page.ts';
import { adapter as paperArchive } from '../../paper-archive/page.ts';

export const adapters: readonly SiteAdapter[] = [arxiv, paperArchive].flat();
