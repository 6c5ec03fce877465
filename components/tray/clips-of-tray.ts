import { t } from '../../lib/client/i18n.ts';
import { sourceAddress, sourceTitle } from '../../lib/clips/clip-source.ts';
import { clipOf, type Item } from '../../lib/core/post/item.ts';
import { searchText, shortAddress } from '../clips/preview-text.ts';
import type { TrayListGroup } from './TrayList.tsx';

/** Clips that nobody has decided on: they wait, were never in the post, and it links to none of them. */
export const newClips = (
  tray: readonly Item[],
  used: ReadonlyMap<string, readonly string[]>,
): Item[] =>
  tray.filter(
    (item) => item.tray === 'waiting' && item.triagedAt === undefined && !used.has(item.id),
  );

/** All that was clipped for a post, once each, and what of its own was taken out of it. */
export function allClips(post: readonly Item[], tray: readonly Item[]): Item[] {
  const clips = new Map<string, Item>();
  for (const item of post) {
    // Of a split quote, the first half.
    if ('source' in item && !clips.has(clipOf(item))) clips.set(clipOf(item), item);
  }
  return [...clips.values(), ...tray];
}

/** Items in which every word of the query stands. */
export function withWords(items: readonly Item[], query: string): readonly Item[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const text = searchText(item);
    return words.every((word) => text.includes(word));
  });
}

/** The items by the site that they are from, in the order in which each site comes first. */
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
