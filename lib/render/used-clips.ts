import { addressKey, linksOf as linksOfClip } from '../clips/link-targets.ts';
import type { Item, SourcedClip } from '../core/post/item.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';

/** Kept while an item is the same object: an edit makes another one, and reads that alone. */
const linksOf = new WeakMap<Item, readonly string[]>();

/**
 * The clips of a tray that are used: a text of the post links to where they lead. Each with the ids of the
 * items that do, in the post's order. Hidden text makes none used, and words alone never do.
 * @param post the items in the post, in their order
 */
export function usedClips(
  tray: readonly Item[],
  post: readonly Item[],
): ReadonlyMap<string, readonly string[]> {
  const clips = tray.filter(isClip);
  if (clips.length === 0) return new Map();
  const places = new Map<string, string[]>();
  for (const item of post) {
    if (item.hidden) continue;
    for (const key of keysIn(item)) {
      const known = places.get(key);
      if (known) known.push(item.id);
      else places.set(key, [item.id]);
    }
  }
  const rank = new Map(post.map(({ id }, at) => [id, at]));
  const inOrder = (ids: Iterable<string>) =>
    [...ids].toSorted((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0));
  return new Map(
    clips.flatMap((clip) => {
      const links = linksOfClip(clip);
      const found = new Set(links.flatMap(({ url }) => places.get(addressKey(url)) ?? []));
      return found.size > 0 ? [[clip.id, inOrder(found)] as const] : [];
    }),
  );
}

const isClip = (item: Item): item is SourcedClip => 'source' in item;

function keysIn(item: Item): readonly string[] {
  const known = linksOf.get(item);
  if (known) return known;
  const addresses = textsOf(item).flatMap(linkedAddresses);
  const keys = [...new Set(addresses.map(addressKey))].filter((key) => key !== '');
  linksOf.set(item, keys);
  return keys;
}

/** The texts of an item that may hold links of their own. */
function textsOf(item: Item): string[] {
  if (item.kind === 'quote') return [item.note, item.editedMarkdown ?? item.markdown];
  if (item.kind === 'part') return item.byHand ? [item.note] : [];
  return [item.note];
}
