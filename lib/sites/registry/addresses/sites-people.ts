import type { Site } from '../../../core/site.ts';

const script = 'adapter-people';

export const linkedin: Site = { id: 'linkedin', script, hosts: ['.linkedin.com'] };
export const xing: Site = { id: 'xing', script, hosts: ['xing.com'] };
export const speakerdeck: Site = { id: 'speakerdeck', script, hosts: ['speakerdeck.com'] };
export const sessionize: Site = { id: 'sessionize', script, hosts: ['sessionize.com'] };
