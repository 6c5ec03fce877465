import { cleanUrl } from '../../core/address/url.ts';
import type { MediaSite } from '../../core/media/media-site.ts';
import { wholeSeconds } from '../../core/media/time-label.ts';
import { fragmentSpan } from '../../core/media/time-span.ts';

const extension = /\.(?:mp4|m4v|webm|ogv|ogg|oga|opus|mp3|m4a|m4b|aac|flac|wav|weba|mov|mkv)$/i;

/** A bare media file: any address whose path ends like one. */
export const media: MediaSite = {
  id: 'file',
  hosts: [],
  parse(url) {
    if (!extension.test(url.pathname)) return undefined;
    const copy = new URL(url.href);
    copy.hash = '';
    copy.username = '';
    copy.password = '';
    const canonicalUrl = cleanUrl(copy.href);
    return { id: canonicalUrl, canonicalUrl };
  },
  momentUrl({ canonicalUrl }, startSeconds, endSeconds) {
    const end = endSeconds === undefined ? '' : `,${wholeSeconds(endSeconds)}`;
    return `${canonicalUrl}#t=${wholeSeconds(startSeconds)}${end}`;
  },
  timeOf: fragmentSpan,
};
