import type { Site } from '../../core/address/site.ts';

export const site: Site = { id: 'reddit', script: 'adapter-threads', hosts: ['.reddit.com'] };
