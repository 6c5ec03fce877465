import { pathSegments } from '../../core/address/web-url.ts';
import type { MediaSite } from '../../core/media/media-site.ts';
import { durationLabel } from '../../core/media/time-label.ts';
import { timeSpan } from '../../core/media/time-span.ts';

/** The alphabet of PeerTube's short ids: `short-uuid`'s default, Flickr's base 58. */
const alphabet = '123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const base = BigInt(alphabet.length);
const shortLength = 22;

const uuidPattern = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
const shortPattern = new RegExp(`^[${alphabet}]{21,22}$`);

function toUuid(short: string): string | undefined {
  let value = 0n;
  for (const letter of short) value = value * base + BigInt(alphabet.indexOf(letter));
  const hex = value.toString(16).padStart(32, '0');
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return uuidPattern.test(uuid) ? uuid : undefined;
}

/** Returns the UUID of a video from either form of its id; undefined for anything else. */
function peertubeUuid(id: string): string | undefined {
  if (uuidPattern.test(id)) return id.toLowerCase();
  return shortPattern.test(id) ? toUuid(id) : undefined;
}

/** Returns the short form of a UUID, as used in `/w/…`. */
function peertubeShortId(uuid: string): string {
  let value = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let short = '';
  while (value > 0n) {
    short = (alphabet[Number(value % base)] ?? '') + short;
    value /= base;
  }
  return short.padStart(shortLength, alphabet[0]);
}

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
export const media: MediaSite = {
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
