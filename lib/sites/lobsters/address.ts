import type { Site } from '../../core/address/site.ts';

export const site: Site = { id: 'lobsters', script: 'adapter-threads', hosts: ['lobste.rs'] };
