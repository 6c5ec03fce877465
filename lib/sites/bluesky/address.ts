import type { Site } from '../../core/address/site.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

export const site: Site = { id: 'bluesky', script: 'adapter-threads', hosts: ['bsky.app'] };

export const profile: ProfileSite = {
  id: 'bluesky',
  hosts: ['bsky.app'],
  path: /^\/profile\/([\w.:-]+)\/?$/,
  ignoresCase: true,
  url: (name) => `https://bsky.app/profile/${name}`,
};
