import { pathSegments } from '../../core/address/web-url.ts';
import type { MediaSite, Medium } from '../../core/media/media-site.ts';
import { wholeSeconds } from '../../core/media/time-label.ts';
import { fragmentSpan } from '../../core/media/time-span.ts';

const idPattern = /^\d{1,12}$/;
/** The hash of an unlisted video, whose address does not open without it. */
const hashPattern = /^[0-9a-f]{6,20}$/;

/** Returns the id and what follows it in the path, for Vimeo's different kinds of paths. */
function locate(url: URL): [id: string | undefined, rest: string | undefined] {
  const parts = pathSegments(url);
  const [first = '', , third = ''] = parts;
  if (idPattern.test(first)) return [first, parts[1]];
  if (first === 'video') return [parts[1], undefined];
  if (first === 'channels' || first === 'ondemand') return [third, parts[3]];
  const inside = ['groups', 'album', 'showcase', 'manage'].includes(first);
  if (!inside) return [undefined, undefined];
  const at = parts.findIndex((part) => part === 'video' || part === 'videos');
  return at < 0 ? [undefined, undefined] : [parts[at + 1], parts[at + 2]];
}

function parse(url: URL): Medium | undefined {
  const [id, rest] = locate(url);
  if (id === undefined || !idPattern.test(id)) return undefined;
  const hash = url.searchParams.get('h') ?? rest ?? '';
  return {
    id,
    canonicalUrl: `https://vimeo.com/${id}${hashPattern.test(hash) ? `/${hash}` : ''}`,
  };
}

export const media: MediaSite = {
  id: 'vimeo',
  hosts: ['vimeo.com', 'player.vimeo.com'],
  parse,
  momentUrl: ({ canonicalUrl }, startSeconds) => `${canonicalUrl}#t=${wholeSeconds(startSeconds)}s`,
  timeOf: fragmentSpan,
};
