import type { Site } from '../../core/address/site.ts';
import { encodeSegment } from '../../core/address/web-url.ts';
import type { SlidesSite } from '../../core/media/slides-site.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

export const site: Site = {
  id: 'speakerdeck',
  script: 'adapter-people',
  hosts: ['speakerdeck.com'],
};

const reserved = 'about c categories edit features p pro search signin signup stars terms'.split(
  ' ',
);

export const profile: ProfileSite = {
  id: 'speakerdeck',
  hosts: ['speakerdeck.com'],
  path: /^\/([\w-]+)\/?$/,
  reserved,
  ignoresCase: true,
  url: (name) => `https://speakerdeck.com/${name}`,
};

export const slides: SlidesSite = {
  id: 'speakerdeck',
  hosts: ['speakerdeck.com'],
  parse([owner = '', deck]) {
    if (deck === undefined || reserved.includes(owner)) return undefined;
    return `https://speakerdeck.com/${encodeSegment(owner)}/${encodeSegment(deck)}`;
  },
};
