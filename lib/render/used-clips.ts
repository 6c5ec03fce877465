import { addressKey, linksOf } from '../clips/link-targets.ts';
import type { Item, SourcedClip } from '../core/post/item.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';

/** The addresses that an item of the post links to, as keys. */
export interface ItemLinks extends Pick<Item, 'id' | 'order'> {
  keys: readonly string[];
}

/** Undefined if it links to nothing: hidden text does not, and words without links never do. */
export function linksIn(item: Item): ItemLinks | undefined {
  const addresses = itemLinkedAddresses(item);
  const keys = [...new Set(addresses.map(addressKey))].filter((key) => key !== '');
  return keys.length === 0 ? undefined : { id: item.id, order: item.order, keys };
}

/** Returns every address that the visible texts of an item of the post link to. */
export const itemLinkedAddresses = (item: Item): string[] =>
  item.hidden ? [] : textsOf(item).flatMap(linkedAddresses);

/**
 * Returns the clips of a tray that are used because a text of the post links to their address. Each
 * comes with the ids of the linking items, in the post's order.
 */
export function usedClips(
  tray: readonly Item[],
  links: Iterable<ItemLinks>,
): ReadonlyMap<string, readonly string[]> {
  const clips = tray.filter(isClip);
  if (clips.length === 0) return new Map();
  const places = new Map<string, ItemLinks[]>();
  for (const item of links) {
    for (const key of item.keys) {
      const known = places.get(key);
      if (known) known.push(item);
      else places.set(key, [item]);
    }
  }
  return new Map(
    clips.flatMap((clip) => {
      const found = new Set(linksOf(clip).flatMap(({ url }) => places.get(addressKey(url)) ?? []));
      const ids = [...found].toSorted(inOrder).map(({ id }) => id);
      return ids.length > 0 ? [[clip.id, ids] as const] : [];
    }),
  );
}

const isClip = (item: Item): item is SourcedClip => 'source' in item;

function inOrder(a: ItemLinks, b: ItemLinks): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Returns the visible texts of an item that may contain links. */
function textsOf(item: Item): string[] {
  if (item.kind === 'quote') {
    const showsLabel = item.attribution === 'custom' && item.labelIsMarkdown;
    const label = showsLabel ? [item.attributionLabel] : [];
    return [item.note, item.editedMarkdown ?? item.markdown, ...label];
  }
  if (item.kind === 'part') return item.byHand ? [item.note] : [];
  return [item.note];
}
