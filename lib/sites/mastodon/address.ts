import type { Site } from '../../core/address/site.ts';

/** Mastodon and related software on any host: `/@name`, `/@name@elsewhere.example/123`. */
export const site: Site = {
  id: 'mastodon',
  script: 'adapter-threads',
  hosts: [],
  path: /^\/(?:web\/|deck\/)?@[\w.-]+(?:@[\w.-]+)?(?:\/\d+)?\/?$/,
  except: [
    '.youtube.com',
    '.medium.com',
    'jsr.io',
    '.npmjs.com',
    '.tiktok.com',
    '.threads.com',
    '.threads.net',
    '.substack.com',
    'unpkg.com',
    'esm.sh',
  ],
};
