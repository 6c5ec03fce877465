import type { Site } from '../../core/address/site.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

export const site: Site = { id: 'sessionize', script: 'adapter-people', hosts: ['sessionize.com'] };

export const profile: ProfileSite = {
  id: 'sessionize',
  hosts: ['sessionize.com'],
  path: /^\/([\w-]+)\/?$/,
  reserved:
    'about api app blog contact features login playbook pricing register speakers speakers-directory terms-of-service privacy-policy'.split(
      ' ',
    ),
  ignoresCase: true,
  url: (name) => `https://sessionize.com/${name}/`,
};
