import { pathSegments } from '../../core/address/web-url.ts';
import type { MediaSite } from '../../core/media/media-site.ts';
import { wholeSeconds } from '../../core/media/time-label.ts';
import { timeSpan } from '../../core/media/time-span.ts';

const idPattern = /^v?(\d{1,15})$/;

function idOf(url: URL): string | undefined {
  if (url.hostname === 'player.twitch.tv') return url.searchParams.get('video') ?? undefined;
  const [first, second, third] = pathSegments(url);
  if (first === 'videos' && third === undefined) return second;
  // `/channel/video/1`, formerly `/channel/v/1`.
  return second === 'video' || second === 'v' ? third : undefined;
}

/** Returns `0h45m56s`: hours, minutes and seconds, always all three. */
function clock(seconds: number): string {
  const whole = wholeSeconds(seconds);
  return `${Math.floor(whole / 3600)}h${Math.floor((whole % 3600) / 60)}m${whole % 60}s`;
}

/**
 * Recordings of streams; a live channel has no addresses for moments.
 * @see https://dev.twitch.tv/docs/embed/video-and-clips (`video`, `time`)
 */
export const media: MediaSite = {
  id: 'twitch',
  hosts: ['twitch.tv', 'player.twitch.tv'],
  parse(url) {
    const id = idPattern.exec(idOf(url) ?? '')?.[1];
    return id === undefined
      ? undefined
      : { id, canonicalUrl: `https://www.twitch.tv/videos/${id}` };
  },
  momentUrl: ({ canonicalUrl }, startSeconds) => `${canonicalUrl}?t=${clock(startSeconds)}`,
  timeOf: (url) => timeSpan(url.searchParams.get('t') ?? url.searchParams.get('time')),
};
