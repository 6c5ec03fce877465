import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import {
  crates,
  docsRs,
  goPackages,
  npm,
  pypi,
} from '../../../page/adapters/packages/package-page.ts';

export const packagesAdapters: readonly SiteAdapter[] = [crates, docsRs, goPackages, npm, pypi];
