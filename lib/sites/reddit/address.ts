import type { Site } from '../../core/site.ts';

export const site: Site = { id: 'reddit', script: 'adapter-threads', hosts: ['.reddit.com'] };
