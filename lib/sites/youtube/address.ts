import { pathSegments } from '../../core/address/web-url.ts';
import type { MediaSite } from '../../core/media/media-site.ts';
import { wholeSeconds } from '../../core/media/time-label.ts';
import { fragmentParameters, timeSpan } from '../../core/media/time-span.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

const idPattern = /^[\w-]{11}$/;
/** Names of players for playlists and channels, which happen to be as long as an id. */
const noIds = new Set(['videoseries', 'live_stream']);
const playerPaths = new Set(['embed', 'live', 'shorts', 'v', 'e', 'watch']);

function idOf(url: URL): string | undefined {
  const [first, second] = pathSegments(url);
  if (url.hostname.endsWith('youtu.be')) return first;
  if (first === 'watch' && second === undefined) return url.searchParams.get('v') ?? undefined;
  return first !== undefined && playerPaths.has(first) ? second : undefined;
}

export const media: MediaSite = {
  id: 'youtube',
  hosts: ['youtube.com', 'music.youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  parse(url) {
    const id = idOf(url);
    if (id === undefined || !idPattern.test(id) || noIds.has(id)) return undefined;
    return { id, canonicalUrl: `https://youtu.be/${id}` };
  },
  // The short form has no end; only the embedded player supports `end`.
  momentUrl: ({ canonicalUrl }, startSeconds) => `${canonicalUrl}?t=${wholeSeconds(startSeconds)}`,
  timeOf(url) {
    const query = url.searchParams;
    const start = query.get('t') ?? query.get('start') ?? query.get('time_continue');
    return timeSpan(start ?? fragmentParameters(url).get('t'), query.get('end'));
  },
};

export const profile: ProfileSite = {
  id: 'youtube',
  hosts: ['youtube.com'],
  path: /^\/(@[^/]+)(?:\/|$)/,
  ignoresCase: true,
  url: (name) => `https://www.youtube.com/${name}`,
};
