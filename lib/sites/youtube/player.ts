import { oneLine } from '../../core/text/title.ts';
import type { PlayerReader } from '../../page/media/player.ts';
import {
  attribute,
  baseUrl,
  closest,
  matches,
  queryAll,
  textContent,
} from '../../page/safe-dom.ts';

const idPattern = /^[\w-]{11}$/;

function texts(player: Element, selector: string): string[] {
  return queryAll(player, selector)
    .map((element) => oneLine(textContent(element) ?? ''))
    .filter((text) => text !== '');
}

/**
 * Returns the link of the player's title (embedded players), or else the id in the page around it.
 */
function addressOf(player: Element): string {
  const link = queryAll(player, 'a.ytp-title-link[href]')[0];
  const href = link ? URL.parse(attribute(link, 'href'), baseUrl(player)) : null;
  if (href?.searchParams.has('v') || href?.pathname.length === 12) return href.href;
  const page = closest(player, 'ytd-watch-flexy[video-id], ytd-watch-grid[video-id]');
  const id = page ? attribute(page, 'video-id') : '';
  return idPattern.test(id) ? `https://www.youtube.com/watch?v=${id}` : '';
}

/** YouTube's own player: on its pages and embedded elsewhere. */
export const player: PlayerReader = {
  id: 'youtube',
  find: (media) => closest(media, '.html5-video-player') ?? undefined,
  read: (player) => ({
    url: addressOf(player),
    title: texts(player, '.ytp-title-link, .ytp-title-fullerscreen-link')[0] ?? '',
    chapter: texts(player, '.ytp-chapter-title-content')[0] ?? '',
    adShowing: matches(player, '.ad-showing, .ad-interrupting'),
    live: queryAll(player, '.ytp-time-display.ytp-live').length > 0,
    caption: texts(player, '.ytp-caption-segment').join(' '),
  }),
};
