// Made by `npm run sites` from the folders in lib/sites.
import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { adapter as crates } from '../../crates/page.ts';
import { adapter as docsRs } from '../../docs-rs/page.ts';
import { adapter as goPackages } from '../../go-packages/page.ts';
import { adapter as npm } from '../../npm/page.ts';
import { adapter as pubDev } from '../../pub-dev/page.ts';
import { adapter as pypi } from '../../pypi/page.ts';

export const adapters: readonly SiteAdapter[] = [
  crates,
  docsRs,
  goPackages,
  npm,
  pubDev,
  pypi,
].flat();
