import {
  addressKey,
  type ClipTargets,
  clipTargets,
  type LinkTarget,
  linkTargets,
} from '../clips/link-targets.ts';
import type { Item } from '../core/post/item.ts';
import { postAddress } from '../exporters/post-address.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';
import { itemSlices } from '../store/item-slices.ts';
import { database, deps } from './services.ts';

/** So many posts are offered, the most recently changed first. */
const mostPosts = 200;

/**
 * Everything that a text of a wrap-up, or of the inbox, can link to. Its items are read in slices, and not kept.
 * @param placeId a wrap-up's id, or `inboxId`
 */
export async function readLinkTargets(placeId: string): Promise<LinkTarget[]> {
  const [{ clips, linked }, wrapUps, profile] = await Promise.all([
    readClips(placeId),
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
  for (const key of keysIn(wrapUp?.footer ?? '')) linked.add(key);
  return linkTargets({ wrapUp, clips, linked, earlier });
}

/** The clips of the post and of its tray, and where the post's texts link to. */
async function readClips(placeId: string) {
  const clips: ClipTargets[] = [];
  const linked = new Set<string>();
  for (const live of [1, 2] as const) {
    for await (const slice of itemSlices(database, placeId, live)) {
      for (const item of slice) {
        const clip = clipTargets(item);
        if (clip) clips.push(clip);
        for (const key of textsOf(item).flatMap(keysIn)) linked.add(key);
      }
    }
  }
  return { clips, linked };
}

const keysIn = (text: string) => linkedAddresses(text).map(addressKey);

/** The note-taker's texts of an item that the post shows. */
function textsOf(item: Item): string[] {
  if (item.hidden || item.tray !== undefined) return [];
  const quote = item.kind === 'quote' ? [item.editedMarkdown ?? '', item.attributionLabel] : [];
  return [item.note, ...quote];
}
