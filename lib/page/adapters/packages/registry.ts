import type { SiteAdapter } from '../adapter.ts';
import { crates, docsRs, goPackages, npm, pypi } from './packages.ts';

export const packagesAdapters: readonly SiteAdapter[] = [crates, docsRs, goPackages, npm, pypi];
