// Made by `npm run sites` from the folders in lib/sites.
import type { CodeHost } from '../../../core/code/code-host.ts';
import { code as bitbucket } from '../../bitbucket/address.ts';
import { code as forgejo } from '../../forgejo/address.ts';
import { code as github } from '../../github/address.ts';
import { code as gitlab } from '../../gitlab/address.ts';
import { code as sourcehut } from '../../sourcehut/address.ts';

export const codeHosts: readonly CodeHost[] = [
  bitbucket,
  forgejo,
  github,
  gitlab,
  sourcehut,
].flat();
