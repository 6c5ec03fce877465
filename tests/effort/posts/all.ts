import { drinkup } from './drinkup.ts';
import { golden } from './golden.ts';
import { linkProse } from './link-prose.ts';
import type { Post, Way } from './post.ts';
import { seed } from './seed.ts';
import { twoTalks } from './two-talks.ts';

export const ways: readonly Way[] = ['written along', 'read first', 'at the desk'];

/** Returns the posts that are measured; the seed only if it is beside the project. */
export function allPosts(): Post[] {
  const theirs = seed();
  return [...(theirs ? [theirs] : []), golden, twoTalks, drinkup, linkProse];
}
