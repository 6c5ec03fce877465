import { type LinkTarget, linkTargets } from '../clips/link-targets.ts';
import type { Item } from '../core/post/item.ts';
import { postAddress } from '../exporters/post-address.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';
import { readItemsOf } from '../store/item-store.ts';
import { database, deps } from './services.ts';

/** So many posts are offered, the most recently changed first. */
const mostPosts = 200;

/**
 * Everything that a text of a wrap-up, or of the inbox, can link to.
 * @param placeId a wrap-up's id, or `inboxId`
 */
export async function readLinkTargets(placeId: string): Promise<LinkTarget[]> {
  const [items, wrapUps, profile] = await Promise.all([
    readItemsOf(database, placeId),
    deps.wrapUps.list(),
    deps.settings.profile(),
  ]);
  const wrapUp = wrapUps.find(({ id }) => id === placeId);
  const others = wrapUps.filter(({ id }) => id !== placeId).slice(0, mostPosts);
  const earlier = await Promise.all(
    others.map(async (other) => ({
      title: other.title,
      url: postAddress(other, profile, await deps.exports.last(other.id)),
    })),
  );
  const texts = [...items.flatMap(textsOf), wrapUp?.footer ?? ''];
  return linkTargets({ wrapUp, items, linked: texts.flatMap(linkedAddresses), earlier });
}

/** The note-taker's texts of an item that the post shows. */
function textsOf(item: Item): string[] {
  if (item.hidden || item.tray !== undefined) return [];
  const quote = item.kind === 'quote' ? [item.editedMarkdown ?? '', item.attributionLabel] : [];
  return [item.note, ...quote];
}
