import type { SiteAdapter } from '../adapter.ts';
import { arxiv } from './arxiv.ts';
import { paperArchive } from './paper-archive.ts';

export const papersAdapters: readonly SiteAdapter[] = [arxiv, paperArchive];
