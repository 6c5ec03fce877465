import { isWebLink, linkKey } from './post-links.ts';
import { readPost } from './read-post.ts';

/** A wrap-up that was published before. */
export interface EarlierPost {
  title: string;
  /** Where it can be read; '' where that is not known. */
  url: string;
}

/** A post whose links are to be known. */
export interface DatedPost extends EarlierPost {
  /** Milliseconds since 1970, UTC. */
  time: number;
  text: string;
}

/** What is linked in more posts than this is a habit of the house, and nobody wants to be told. */
const mostPosts = 4;

/**
 * Reads the links of a house's posts once.
 * @returns a function that gives, for a time, what was linked before it
 */
export function earlierLinks(
  posts: readonly DatedPost[],
): (time: number) => (key: string) => EarlierPost | undefined {
  const known = new Map<string, DatedPost[]>();
  for (const post of posts.toSorted((one, other) => one.time - other.time)) {
    const keys = readPost(post.text)
      .blocks.filter(({ zone }) => zone === 'body' || zone === 'references')
      .flatMap(({ links }) => links.filter(isWebLink).map(({ address }) => linkKey(address)));
    for (const key of new Set(keys)) {
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
