// Made by `npm run sites` from the folders in lib/sites.
import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { adapter as bitbucket } from '../../bitbucket/page.ts';
import { adapter as forgejo } from '../../forgejo/page.ts';
import { adapter as github } from '../../github/page.ts';
import { adapter as gitlab } from '../../gitlab/page.ts';
import { adapter as sourcehut } from '../../sourcehut/page.ts';

export const adapters: readonly SiteAdapter[] = [
  bitbucket,
  forgejo,
  github,
  gitlab,
  sourcehut,
].flat();
