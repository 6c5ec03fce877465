import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { webArchive } from '../../web-archive/page.ts';
import { wikipedia } from '../../wikipedia/page.ts';

export const referencesAdapters: readonly SiteAdapter[] = [webArchive, wikipedia];
