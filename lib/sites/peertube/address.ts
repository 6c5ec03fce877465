import type { MediaSite } from '../../core/media/media-site.ts';
import { timeSpan } from '../../core/media/time-span.ts';
import { durationLabel } from '../../core/time-label.ts';
import { pathSegments } from '../../core/web-url.ts';
import { peertubeShortId, peertubeUuid } from './peertube-id.ts';

function idOf(url: URL): string | undefined {
  const [first, second, third, ...more] = pathSegments(url);
  if (first === 'w' && third === undefined) return second;
  const isPlayer = second === 'watch' || second === 'embed';
  return first === 'videos' && isPlayer && more.length === 0 ? third : undefined;
}

/**
 * On any host: the ids are UUIDs, the same on every instance that shows the video.
 * @see https://github.com/Chocobozzz/PeerTube `core-utils/src/common/url.ts`: `/w/`, `start`, `stop`
 */
export const peertube: MediaSite = {
  id: 'peertube',
  hosts: [],
  parse(url) {
    const uuid = peertubeUuid(idOf(url) ?? '');
    if (uuid === undefined) return undefined;
    return {
      id: uuid,
      canonicalUrl: `${url.protocol}//${url.host}/w/${peertubeShortId(uuid)}`,
    };
  },
  momentUrl({ canonicalUrl }, startSeconds, endSeconds) {
    const stop = endSeconds === undefined ? '' : `&stop=${durationLabel(endSeconds)}`;
    return `${canonicalUrl}?start=${durationLabel(startSeconds)}${stop}`;
  },
  timeOf: (url) => timeSpan(url.searchParams.get('start'), url.searchParams.get('stop')),
};
