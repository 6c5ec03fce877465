import { readFileSync } from 'node:fs';
import { findGolden, goldenPages, typedItems } from '../../fixtures/golden/places.ts';
import { goldenWrapUp } from '../../fixtures/golden/wrap-up.ts';
import { composeAtDesk } from './at-desk.ts';
import { composeAlong, composeReadFirst, foundIn } from './of-items.ts';
import { profiles, withLinkedPages } from './pages.ts';
import type { Post } from './post.ts';

const expected = readFileSync(new URL('../../fixtures/golden/post.md', import.meta.url), 'utf8');

const found = { wrapUp: goldenWrapUp, items: typedItems, find: findGolden };

export const golden: Post = {
  name: 'golden post',
  shape: 'one talk with everything a post can have',
  expected,
  pages: withLinkedPages(expected, { ...profiles(goldenWrapUp), ...goldenPages }),
  ways: {
    'written along': (hands) => composeAlong(hands, found),
    'read first': (hands) => composeReadFirst(hands, found),
    'at the desk': (hands) =>
      composeAtDesk(hands, {
        details: goldenWrapUp,
        expected,
        ...foundIn(typedItems, findGolden),
      }),
  },
};
