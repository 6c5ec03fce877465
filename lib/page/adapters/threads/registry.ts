import type { SiteAdapter } from '../adapter.ts';
import { bluesky } from './bluesky.ts';
import { hackerNews } from './hacker-news.ts';
import { lobsters } from './lobsters.ts';
import { mastodon } from './mastodon.ts';
import { reddit } from './reddit.ts';
import { stackExchange } from './stack-exchange.ts';

export const threadsAdapters: readonly SiteAdapter[] = [
  bluesky,
  hackerNews,
  lobsters,
  mastodon,
  reddit,
  stackExchange,
];
