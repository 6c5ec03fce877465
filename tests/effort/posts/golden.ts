import { readFileSync } from 'node:fs';
import { findGolden, goldenPages, typedItems } from '../../fixtures/golden/places.ts';
import { goldenWrapUp } from '../../fixtures/golden/wrap-up.ts';
import { composeItems } from './of-items.ts';
import { profiles, withLinkedPages } from './pages.ts';
import type { Post } from './post.ts';

const expected = readFileSync(new URL('../../fixtures/golden/post.md', import.meta.url), 'utf8');

export const golden: Post = {
  name: 'golden post',
  shape: 'one talk with everything a post can have',
  expected,
  pages: withLinkedPages(expected, { ...profiles(goldenWrapUp), ...goldenPages }),
  compose: (hands) =>
    composeItems(hands, { wrapUp: goldenWrapUp, items: typedItems, find: findGolden }),
};
