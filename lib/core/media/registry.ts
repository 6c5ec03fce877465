import { invidious } from './invidious.ts';
import { mediaCcc } from './media-ccc.ts';
import { mediaFile } from './media-file.ts';
import type { MediaSite } from './media-site.ts';
import { peertube } from './peertube.ts';
import { twitch } from './twitch.ts';
import { vimeo } from './vimeo.ts';
import { youtube } from './youtube.ts';

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
