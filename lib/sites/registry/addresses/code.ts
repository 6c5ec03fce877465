import type { CodeHost } from '../../../core/code/code-host.ts';
import { bitbucket } from '../../bitbucket/address.ts';
import { forgejo, forgejoElsewhere } from '../../forgejo/address.ts';
import { github } from '../../github/address.ts';
import { gitlab, gitlabElsewhere } from '../../gitlab/address.ts';
import { sourcehut } from '../../sourcehut/address.ts';

/** Every kind of code host; at most one parses an address, so order means nothing. */
export const codeHosts: readonly CodeHost[] = [
  bitbucket,
  forgejo,
  forgejoElsewhere,
  github,
  gitlab,
  gitlabElsewhere,
  sourcehut,
];
