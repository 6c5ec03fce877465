import type { Site } from '../../core/address/site.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

export const site: Site = { id: 'linkedin', script: 'adapter-people', hosts: ['.linkedin.com'] };

export const profile: ProfileSite = {
  id: 'linkedin',
  hosts: ['linkedin.com'],
  parentHosts: ['linkedin.com'],
  path: /^\/(?:mwlite\/|comm\/)?in\/([^/]+)(?:\/|$)/,
  ignoresCase: true,
  url: (name) => `https://www.linkedin.com/in/${name}/`,
};
