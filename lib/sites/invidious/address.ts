import { pathSegments } from '../../core/address/web-url.ts';
import type { MediaSite } from '../../core/media/media-site.ts';
import { wholeSeconds } from '../../core/media/time-label.ts';
import { timeSpan } from '../../core/media/time-span.ts';

const idPattern = /^[\w-]{11}$/;

function idOf(url: URL): string | undefined {
  const [first, second, third] = pathSegments(url);
  if (third !== undefined) return undefined;
  if (first === 'watch' && second === undefined) return url.searchParams.get('v') ?? undefined;
  return first === 'embed' ? second : undefined;
}

/**
 * Another website for YouTube's recordings. A link stays on the instance that the reader uses,
 * because they chose it. Hosts are those of its own list of instances; addresses do not reveal
 * others.
 * @see https://docs.invidious.io/instances/ and https://docs.invidious.io/url-parameters/
 */
export const media: MediaSite = {
  id: 'invidious',
  hosts: [
    ...['yewtu.be', 'inv.nadeko.net', 'inv.tux.pizza', 'invidious.nerdvpn.de'],
    ...['invidious.flokinet.to', 'invidious.privacydev.net', 'invidious.private.coffee'],
    ...['invidious.fdn.fr', 'invidious.perennialte.ch', 'invidious.privacyredirect.com'],
    ...['invidious.jing.rocks', 'invidious.reallyaweso.me', 'invidious.materialio.us'],
    ...['iv.datura.network', 'yt.drgnz.club', 'yt.artemislena.eu'],
  ],
  parse(url) {
    const id = idOf(url);
    if (id === undefined || !idPattern.test(id)) return undefined;
    return { id, canonicalUrl: `https://${url.host}/watch?v=${id}` };
  },
  momentUrl({ canonicalUrl }, startSeconds, endSeconds) {
    const end = endSeconds === undefined ? '' : `&end=${wholeSeconds(endSeconds)}`;
    return `${canonicalUrl}&t=${wholeSeconds(startSeconds)}${end}`;
  },
  timeOf({ searchParams: query }) {
    const start = query.get('t') ?? query.get('start') ?? query.get('time_continue');
    return timeSpan(start, query.get('end'));
  },
};
