// Made by `npm run sites` from the folders in lib/sites.
import type { ProfileSite } from '../../../core/people/profile-site.ts';
import { profile as bluesky } from '../../bluesky/address.ts';
import { profile as forgejo } from '../../forgejo/address.ts';
import { profile as github } from '../../github/address.ts';
import { profile as gitlab } from '../../gitlab/address.ts';
import { profile as googleScholar } from '../../google-scholar/address.ts';
import { profile as linkedin } from '../../linkedin/address.ts';
import { profile as medium } from '../../medium/address.ts';
import { profile as orcid } from '../../orcid/address.ts';
import { profile as sessionize } from '../../sessionize/address.ts';
import { profile as speakerdeck } from '../../speakerdeck/address.ts';
import { profile as stackExchange } from '../../stack-exchange/address.ts';
import { profile as x } from '../../x/address.ts';
import { profile as xing } from '../../xing/address.ts';
import { profile as youtube } from '../../youtube/address.ts';

export const profileSites: readonly ProfileSite[] = [
  bluesky,
  forgejo,
  github,
  gitlab,
  googleScholar,
  linkedin,
  medium,
  orcid,
  sessionize,
  speakerdeck,
  stackExchange,
  x,
  xing,
  youtube,
].flat();
