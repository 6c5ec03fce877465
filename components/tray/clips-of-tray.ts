import { t } from '../../lib/client/i18n.ts';
import { sourceAddress, sourceTitle } from '../../lib/clips/clip-source.ts';
import { clipOf, type Item } from '../../lib/core/post/item.ts';
import { searchText, shortAddress } from '../clips/preview-text.ts';
import type { TrayListGroup } from './TrayList.tsx';

/**
 * Returns the clips that nobody has decided on: they wait, were never in the post, and it does not
 * link to them.
 */
export const newClips = (
  tray: readonly Item[],
  used: ReadonlyMap<string, readonly string[]>,
): Item[] =>
  tray.filter(
    (item) => item.tray === 'waiting' && item.triagedAt === undefined && !used.has(item.id),
  );

/**
 * Returns everything that was clipped for a post, once each, and the note-taker's own items that
 * were taken out of it.
 */
export function allClips(post: readonly Item[], tray: readonly Item[]): Item[] {
  const clips = new Map<string, Item>();
  for (const item of post) {
    // For a split quote, only the first half counts.
    if ('source' in item && !clips.has(clipOf(item))) clips.set(clipOf(item), item);
  }
  return [...clips.values(), ...tray];
}

/** Returns the items that contain every word of the query. */
export function withWords(items: readonly Item[], query: string): readonly Item[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const text = searchText(item);
    return words.every((word) => text.includes(word));
  });
}

/** Groups the items by their site, in the order in which each site first occurs. */
export function bySource(items: readonly Item[]): TrayListGroup[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = siteOf(item);
    const known = groups.get(name);
    if (known) known.push(item);
    else groups.set(name, [item]);
  }
  return [...groups].map(([name, of]) => ({ name, items: of }));
}

function siteOf(item: Item): string {
  if (!('source' in item)) return t('tray_own');
  const [host = ''] = shortAddress(sourceAddress(item)).split('/');
  return host || sourceTitle(item) || t('tray_no_site');
}
