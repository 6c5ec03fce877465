import type { SiteAdapter } from '../adapter.ts';
import { forgejo, forgejoElsewhere } from './forgejo.ts';
import { github } from './github.ts';
import { gitlab, gitlabElsewhere } from './gitlab.ts';
import { bitbucket, sourcehut } from './plain-hosts.ts';

export const codeAdapters: readonly SiteAdapter[] = [
  bitbucket,
  forgejo,
  forgejoElsewhere,
  github,
  gitlab,
  gitlabElsewhere,
  sourcehut,
];
