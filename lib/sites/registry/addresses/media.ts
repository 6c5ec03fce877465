import type { MediaSite } from '../../../core/media/media-site.ts';
import { invidious } from '../../invidious/address.ts';
import { mediaCcc } from '../../media-ccc/address.ts';
import { mediaFile } from '../../media-file/address.ts';
import { peertube } from '../../peertube/address.ts';
import { twitch } from '../../twitch/address.ts';
import { vimeo } from '../../vimeo/address.ts';
import { youtube } from '../../youtube/address.ts';

/** Every site whose recordings are known; at most one parses an address, so order means nothing. */
export const mediaSites: readonly MediaSite[] = [
  invidious,
  mediaCcc,
  mediaFile,
  peertube,
  twitch,
  vimeo,
  youtube,
];
