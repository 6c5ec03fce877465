import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { bluesky } from '../../bluesky/page.ts';
import { hackerNews } from '../../hacker-news/page.ts';
import { lobsters } from '../../lobsters/page.ts';
import { mastodon } from '../../mastodon/page.ts';
import { reddit } from '../../reddit/page.ts';
import { stackExchange } from '../../stack-exchange/page.ts';

export const threadsAdapters: readonly SiteAdapter[] = [
  bluesky,
  hackerNews,
  lobsters,
  mastodon,
  reddit,
  stackExchange,
];
