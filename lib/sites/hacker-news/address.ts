import type { Site } from '../../core/address/site.ts';

export const site: Site = {
  id: 'hacker-news',
  script: 'adapter-threads',
  hosts: ['news.ycombinator.com'],
};
