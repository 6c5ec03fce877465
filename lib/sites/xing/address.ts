import type { Site } from '../../core/address/site.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

export const site: Site = { id: 'xing', script: 'adapter-people', hosts: ['xing.com'] };

export const profile: ProfileSite = {
  id: 'xing',
  hosts: ['xing.com'],
  path: /^\/profile\/([^/,;]+)(?:[/,;]|$)/,
  url: (name) => `https://www.xing.com/profile/${name}`,
};
