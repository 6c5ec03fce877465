import { linkAddress } from '../clips/clip-source.ts';
import type { Item } from '../core/post/item.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';
import { isWebLink, linkKey } from './post-links.ts';
import { readPost } from './read-post.ts';

/** A wrap-up that was published before. */
export interface EarlierPost {
  title: string;
  /** Where it can be read; '' if that is not known. */
  url: string;
}

/** A post whose links are known. */
export interface LinkedPost extends EarlierPost {
  /** Milliseconds since 1970, UTC. */
  time: number;
  /** Of the pages that its own part links to (`linkKey`). */
  keys: readonly string[];
}

/** What is linked in more posts than this is a habit of the house, and nobody wants to be told. */
const mostPosts = 4;

/** @returns a function that gives, for a time, what was linked before it */
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

/** Of a whole post: what its own part links to; quotes, thanks and footers name things by right. */
export function postLinkKeys(text: string): string[] {
  return readPost(text)
    .blocks.filter(({ zone }) => zone === 'body' || zone === 'references')
    .flatMap(({ links }) => links.filter(isWebLink).map(({ address }) => linkKey(address)));
}

/** Of an item of a post; the same as far as one item tells. */
export function itemLinkKeys(item: Item): string[] {
  if (item.hidden || (item.kind === 'part' && !item.byHand)) return [];
  const own = item.kind === 'link' ? [linkAddress(item)] : [];
  return [...own, ...linkedAddresses(item.note)]
    .filter((address) => /^(?:https?:\/\/|www\.)[^/]/i.test(address))
    .map(linkKey);
}
