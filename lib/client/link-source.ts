import {
  addressKey,
  type ClipTargets,
  clipTargets,
  type LinkTarget,
  linkTargets,
} from '../clips/link-targets.ts';
import { postAddress } from '../exporters/post-address.ts';
import { siteFilePaths } from '../exporters/site-files.ts';
import { sitePostAddress } from '../exporters/site-post-address.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';
import { linksIn } from '../render/used-clips.ts';
import { itemSlices } from '../store/item-slices.ts';
import { database, deps } from './services.ts';

/** How many posts are offered, the most recently changed first. */
const mostPosts = 200;

/**
 * Returns everything that a text of a wrap-up, or of the inbox, can link to. Its items are read in
 * slices, and not kept.
 * @param placeId a wrap-up's id, or `inboxId`
 */
export async function readLinkTargets(placeId: string): Promise<LinkTarget[]> {
  const [{ clips, linked }, wrapUps] = await Promise.all([readClips(placeId), deps.wrapUps.list()]);
  const wrapUp = wrapUps.find(({ id }) => id === placeId);
  const others = wrapUps.filter(({ id }) => id !== placeId).slice(0, mostPosts);
  const earlier = await Promise.all(
    others.map(async (other) => ({
      title: other.title,
      url: postAddress(
        other,
        await deps.settings.profile(other.styleId),
        await deps.exports.last(other.id),
      ),
    })),
  );
  const profile = await deps.settings.profile(wrapUp?.styleId);
  const read = (await deps.settings.sitePosts()).map((post) => ({
    title: post.title,
    url: sitePostAddress(post, profile),
  }));
  for (const address of linkedAddresses(wrapUp?.footer ?? '')) linked.add(addressKey(address));
  const files = (wrapUp?.files ?? []).map(({ fileName }) => ({
    fileName,
    paths: siteFilePaths(fileName, profile),
  }));
  return linkTargets({ wrapUp, clips, linked, files, earlier: [...earlier, ...read] });
}

/** Returns the clips of the post and of its tray, and the links in the post's texts. */
async function readClips(placeId: string) {
  const clips: ClipTargets[] = [];
  const linked = new Set<string>();
  for (const live of [1, 2] as const) {
    for await (const slice of itemSlices(database, placeId, live)) {
      for (const item of slice) {
        const clip = clipTargets(item);
        if (clip) clips.push(clip);
        // The tray is not part of the post.
        const links = live === 1 ? linksIn(item) : undefined;
        for (const key of links?.keys ?? []) linked.add(key);
      }
    }
  }
  return { clips, linked };
}
