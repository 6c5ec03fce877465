import type { ProfileSite } from '../../core/people/profile-site.ts';

export const profile: ProfileSite = {
  id: 'medium',
  hosts: ['medium.com'],
  path: /^\/(@[\w.-]+)\/?$/,
  ignoresCase: true,
  url: (name) => `https://medium.com/${name}`,
};
