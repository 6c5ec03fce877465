import type { Site } from '../../core/site.ts';

export const site: Site = {
  id: 'hacker-news',
  script: 'adapter-threads',
  hosts: ['news.ycombinator.com'],
};
