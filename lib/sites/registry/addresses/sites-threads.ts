import type { Site } from '../../../core/site.ts';

const script = 'adapter-threads';

export const hackerNews: Site = { id: 'hacker-news', script, hosts: ['news.ycombinator.com'] };
export const lobsters: Site = { id: 'lobsters', script, hosts: ['lobste.rs'] };
export const reddit: Site = { id: 'reddit', script, hosts: ['.reddit.com'] };
export const stackExchange: Site = {
  id: 'stack-exchange',
  script,
  hosts: [
    ...['stackoverflow.com', 'superuser.com', 'serverfault.com', 'askubuntu.com'],
    ...['mathoverflow.net', 'stackapps.com', '.stackexchange.com'],
    ...[
      'pt.stackoverflow.com',
      'es.stackoverflow.com',
      'ja.stackoverflow.com',
      'ru.stackoverflow.com',
    ],
  ],
};
export const bluesky: Site = { id: 'bluesky', script, hosts: ['bsky.app'] };

/** Mastodon and its kin on any host: `/@name`, `/@name@elsewhere.example/123`. */
export const mastodon: Site = {
  id: 'mastodon',
  script,
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
