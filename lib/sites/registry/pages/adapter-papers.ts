import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { arxiv } from '../../arxiv/page.ts';
import { paperArchive } from '../../paper-archive/page.ts';

export const papersAdapters: readonly SiteAdapter[] = [arxiv, paperArchive];
