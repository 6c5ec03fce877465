import type { ProfileSite } from '../../core/people/profile-site.ts';

export const profile: ProfileSite = {
  id: 'orcid',
  hosts: ['orcid.org'],
  path: /^\/((?:\d{4}-){3}\d{3}[\dX])\/?$/,
  url: (name) => `https://orcid.org/${name}`,
};
