// Made by `npm run sites` from the folders in lib/sites.
import type { MediaSite } from '../../../core/media/media-site.ts';
import { media as invidious } from '../../invidious/address.ts';
import { media as mediaCcc } from '../../media-ccc/address.ts';
import { media as mediaFile } from '../../media-file/address.ts';
import { media as peertube } from '../../peertube/address.ts';
import { media as twitch } from '../../twitch/address.ts';
import { media as vimeo } from '../../vimeo/address.ts';
import { media as youtube } from '../../youtube/address.ts';

export const mediaSites: readonly MediaSite[] = [
  invidious,
  mediaCcc,
  mediaFile,
  peertube,
  twitch,
  vimeo,
  youtube,
].flat();
