import type { Site } from '../../core/address/site.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

export const site: Site = {
  id: 'speakerdeck',
  script: 'adapter-people',
  hosts: ['speakerdeck.com'],
};

export const profile: ProfileSite = {
  id: 'speakerdeck',
  hosts: ['speakerdeck.com'],
  path: /^\/([\w-]+)\/?$/,
  reserved: 'about c categories edit features p pro search signin signup stars terms'.split(' '),
  ignoresCase: true,
  url: (name) => `https://speakerdeck.com/${name}`,
};
