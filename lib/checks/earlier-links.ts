import { linkAddress } from '../clips/clip-source.ts';
import type { Item } from '../core/post/item.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';
import { isWebLink, linkKey } from './post-links.ts';
import { readPost } from './read-post.ts';

/** A wrap-up that was published before. */
export interface EarlierPost {
  title: string;
  /** Its address on the web; '' if that is unknown. */
  url: string;
}

/** A post whose links are known. */
export interface LinkedPost extends EarlierPost {
  /** Milliseconds since 1970, UTC. */
  time: number;
  /** Keys of the pages that its own part links to (`linkKey`). */
  keys: readonly string[];
}

/** A link in more posts than this is the blog's habit, and needs no message. */
const mostPosts = 4;

/** @returns a function that, for a given time, returns what was linked before it */
export function earlierLinks(
  posts: readonly LinkedPost[],
): (time: number) => (key: string) => EarlierPost | undefined {
  const known = new Map<string, LinkedPost[]>();
  for (const post of posts.toSorted((one, other) => one.time - other.time)) {
    for (const key of new Set(post.keys)) {
      const before = known.get(key);
      if (before) before.push(post);
      else known.set(key, [post]);
    }
  }
  return (time) => (key) => {
    const before = known.get(key) ?? [];
    return before.length > mostPosts ? undefined : before.findLast((each) => each.time < time);
  };
}

/**
 * Returns what a whole post's own part links to; quotes, thanks and footers are expected to repeat
 * links.
 */
export function postLinkKeys(text: string): string[] {
  return readPost(text)
    .blocks.filter(({ zone }) => zone === 'body' || zone === 'references')
    .flatMap(({ links }) => links.filter(isWebLink).map(({ address }) => linkKey(address)));
}

/** Does the same for an item of a post, as far as one item tells. */
export function itemLinkKeys(item: Item): string[] {
  if (item.hidden || (item.kind === 'part' && !item.byHand)) return [];
  const own = item.kind === 'link' ? [linkAddress(item)] : [];
  return [...own, ...linkedAddresses(item.note)]
    .filter((address) => /^(?:https?:\/\/|www\.)[^/]/i.test(address))
    .map(linkKey);
}
