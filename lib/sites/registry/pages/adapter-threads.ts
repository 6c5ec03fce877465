// Made by `npm run sites` from the folders in lib/sites.
import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { adapter as bluesky } from '../../bluesky/page.ts';
import { adapter as hackerNews } from '../../hacker-news/page.ts';
import { adapter as lobsters } from '../../lobsters/page.ts';
import { adapter as mastodon } from '../../mastodon/page.ts';
import { adapter as reddit } from '../../reddit/page.ts';
import { adapter as stackExchange } from '../../stack-exchange/page.ts';

export const adapters: readonly SiteAdapter[] = [
  bluesky,
  hackerNews,
  lobsters,
  mastodon,
  reddit,
  stackExchange,
].flat();
