import { itemLinkKeys, type LinkedPost } from '../checks/earlier-links.ts';
import { postAddress } from '../exporters/post-address.ts';
import { itemSlices } from '../store/item-slices.ts';
import { idle } from './idle.ts';
import { database, deps } from './services.ts';

/** How many are read, the newest first, because it does not matter what was linked years ago. */
const mostPosts = 60;
/** How many items are read from all of them. */
const mostItems = 20_000;
const idleWithinMs = 2_000;

/** Reads the other wrap-ups and their links, in slices while the page is idle. */
export async function readEarlierPosts(wrapUpId: string): Promise<LinkedPost[]> {
  const wrapUps = await deps.wrapUps.list();
  const newest = wrapUps
    .filter(({ id }) => id !== wrapUpId)
    .sort((one, other) => Date.parse(other.date) - Date.parse(one.date))
    .slice(0, mostPosts);
  const posts: LinkedPost[] = [];
  let left = mostItems;
  for (const wrapUp of newest) {
    if (left <= 0) break;
    const keys: string[] = [];
    for await (const items of itemSlices(database, wrapUp.id)) {
      keys.push(...items.flatMap(itemLinkKeys));
      left -= items.length;
      if (left <= 0) break;
      await idle(idleWithinMs);
    }
    if (keys.length === 0) continue;
    const profile = await deps.settings.profile(wrapUp.styleId);
    const url = postAddress(wrapUp, profile, await deps.exports.last(wrapUp.id));
    posts.push({ title: wrapUp.title, url, time: Date.parse(wrapUp.date), keys });
  }
  return posts;
}
