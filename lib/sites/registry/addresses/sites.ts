// Made by `npm run sites` from the folders in lib/sites.
import type { Site } from '../../../core/address/site.ts';
import { site as arxiv } from '../../arxiv/address.ts';
import { site as bitbucket } from '../../bitbucket/address.ts';
import { site as bluesky } from '../../bluesky/address.ts';
import { site as crates } from '../../crates/address.ts';
import { site as docsRs } from '../../docs-rs/address.ts';
import { site as eventbrite } from '../../eventbrite/address.ts';
import { site as forgejo } from '../../forgejo/address.ts';
import { site as gettogether } from '../../gettogether/address.ts';
import { site as github } from '../../github/address.ts';
import { site as gitlab } from '../../gitlab/address.ts';
import { site as goPackages } from '../../go-packages/address.ts';
import { site as hackerNews } from '../../hacker-news/address.ts';
import { site as linkedin } from '../../linkedin/address.ts';
import { site as lobsters } from '../../lobsters/address.ts';
import { site as luma } from '../../luma/address.ts';
import { site as mastodon } from '../../mastodon/address.ts';
import { site as meetup } from '../../meetup/address.ts';
import { site as mobilizon } from '../../mobilizon/address.ts';
import { site as npm } from '../../npm/address.ts';
import { site as paperArchive } from '../../paper-archive/address.ts';
import { site as pretix } from '../../pretix/address.ts';
import { site as pubDev } from '../../pub-dev/address.ts';
import { site as pypi } from '../../pypi/address.ts';
import { site as reddit } from '../../reddit/address.ts';
import { site as sessionize } from '../../sessionize/address.ts';
import { site as sourcehut } from '../../sourcehut/address.ts';
import { site as speakerdeck } from '../../speakerdeck/address.ts';
import { site as stackExchange } from '../../stack-exchange/address.ts';
import { site as webArchive } from '../../web-archive/address.ts';
import { site as wikipedia } from '../../wikipedia/address.ts';
import { site as xing } from '../../xing/address.ts';

export const sites: readonly Site[] = [
  arxiv,
  bitbucket,
  bluesky,
  crates,
  docsRs,
  eventbrite,
  forgejo,
  gettogether,
  github,
  gitlab,
  goPackages,
  hackerNews,
  linkedin,
  lobsters,
  luma,
  mastodon,
  meetup,
  mobilizon,
  npm,
  paperArchive,
  pretix,
  pubDev,
  pypi,
  reddit,
  sessionize,
  sourcehut,
  speakerdeck,
  stackExchange,
  webArchive,
  wikipedia,
  xing,
].flat();
