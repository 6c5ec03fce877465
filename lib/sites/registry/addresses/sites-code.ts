import type { Site } from '../../../core/site.ts';
import { forgejo as forgejoHost } from '../../forgejo/address.ts';
import { gitlab as gitlabHost } from '../../gitlab/address.ts';

const script = 'adapter-code';

export const github: Site = { id: 'github', script, hosts: ['github.com', 'gist.github.com'] };

export const gitlab: Site = { id: 'gitlab', script, hosts: gitlabHost.hosts };

/** An instance anywhere: `/-/` is in no other's path. */
export const gitlabElsewhere: Site = {
  id: 'gitlab-elsewhere',
  script,
  hosts: [],
  path: /^(?:\/[^/]+){2,}\/-\//,
};

export const forgejo: Site = { id: 'forgejo', script, hosts: forgejoHost.hosts };

/** An instance anywhere, told by how it addresses its sources. */
export const forgejoElsewhere: Site = {
  id: 'forgejo-elsewhere',
  script,
  hosts: [],
  path: /^\/[^/]+\/[^/]+\/src\/(?:branch|commit|tag)\//,
};

export const bitbucket: Site = { id: 'bitbucket', script, hosts: ['bitbucket.org'] };

export const sourcehut: Site = { id: 'sourcehut', script, hosts: ['.sr.ht'] };
