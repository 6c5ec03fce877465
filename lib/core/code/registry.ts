import { bitbucket } from './bitbucket.ts';
import type { CodeHost } from './code-host.ts';
import { forgejo, forgejoElsewhere } from './forgejo.ts';
import { github } from './github.ts';
import { gitlab, gitlabElsewhere } from './gitlab.ts';
import { sourcehut } from './sourcehut.ts';

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
