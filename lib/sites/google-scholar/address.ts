import type { ProfileSite } from '../../core/people/profile-site.ts';

export const profile: ProfileSite = {
  id: 'scholar',
  hosts: ['scholar.google.com'],
  path: /^\/citations$/,
  parameter: 'user',
  url: (name) => `https://scholar.google.com/citations?user=${name}`,
};
