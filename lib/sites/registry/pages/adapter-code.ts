import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { bitbucket, sourcehut } from '../../../page/adapters/code/plain-host.ts';
import { forgejo, forgejoElsewhere } from '../../forgejo/page.ts';
import { github } from '../../github/page.ts';
import { gitlab, gitlabElsewhere } from '../../gitlab/page.ts';

export const codeAdapters: readonly SiteAdapter[] = [
  bitbucket,
  forgejo,
  forgejoElsewhere,
  github,
  gitlab,
  gitlabElsewhere,
  sourcehut,
];
