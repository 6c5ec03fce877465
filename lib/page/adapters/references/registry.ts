import type { SiteAdapter } from '../adapter.ts';
import { webArchive } from './web-archive.ts';
import { wikipedia } from './wikipedia.ts';

export const referencesAdapters: readonly SiteAdapter[] = [webArchive, wikipedia];
