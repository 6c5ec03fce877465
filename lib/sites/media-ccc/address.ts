import { encodeSegment, pathSegments } from '../../core/address/web-url.ts';
import type { MediaSite } from '../../core/media/media-site.ts';
import { wholeSeconds } from '../../core/media/time-label.ts';
import { fragmentSpan } from '../../core/media/time-span.ts';

/** @see https://github.com/voc/voctoweb `player-deeplinks.js`: `#t=` in seconds, `#l=` for the language */
export const media: MediaSite = {
  id: 'media-ccc',
  hosts: ['media.ccc.de'],
  parse(url) {
    const [first, slug] = pathSegments(url);
    if (first !== 'v' || !slug) return undefined;
    return { id: slug, canonicalUrl: `https://media.ccc.de/v/${encodeSegment(slug)}` };
  },
  momentUrl: ({ canonicalUrl }, startSeconds) => `${canonicalUrl}#t=${wholeSeconds(startSeconds)}`,
  timeOf: fragmentSpan,
};
