import type { ProfileSite } from '../../core/people/profile-site.ts';

export const profile: ProfileSite = {
  id: 'x',
  hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'],
  path: /^\/(\w{1,15})\/?$/,
  reserved:
    'compose explore hashtag home i intent login messages notifications search settings share signup tos'.split(
      ' ',
    ),
  ignoresCase: true,
  url: (name) => `https://x.com/${name}`,
};
