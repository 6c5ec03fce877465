import { existsSync, readFileSync } from 'node:fs';
import { canonicalEventUrl } from '../../../lib/sites/event-address.ts';
import { joinLines, splitPost } from '../../support/draft-text.ts';
import { readSeed, seedFile } from '../../support/seed.ts';
import { seedPages } from '../../support/seed-pages.ts';
import { composeAtDesk } from './at-desk.ts';
import { composeAlong, composeReadFirst, foundIn } from './of-items.ts';
import { profiles, withLinkedPages } from './pages.ts';
import type { Post } from './post.ts';

/** Returns the post by other authors; undefined if it is not beside the project. */
export function seed(): Post | undefined {
  if (!existsSync(seedFile)) return undefined;
  const expected = readFileSync(seedFile, 'utf8');
  const { wrapUp, items: written } = readSeed(expected);
  const items = written.map(unfilled);
  const { pages, find } = seedPages(wrapUp, items);
  return {
    name: 'seed',
    shape: 'one talk, as its authors wrote it',
    expected,
    pages: withLinkedPages(expected, { ...profiles(wrapUp), ...pages }),
    // Its authors wrap at several columns, and link to the event in their own language.
    compare(draft) {
      const { frontMatter, body } = splitPost(draft);
      const events = /(?<=\]\()https:[^)]*\/events\/\d+\/?/g;
      return frontMatter + joinLines(body.replace(events, canonicalEventUrl)).join('\n\n');
    },
    ways: {
      'written along': (hands) => composeAlong(hands, { wrapUp, items, find }),
      'read first': (hands) => composeReadFirst(hands, { wrapUp, items, find }),
      'at the desk': (hands) =>
        composeAtDesk(hands, {
          details: wrapUp,
          expected,
          ...foundIn(items, find),
          typed: (text) => joinLines(text).join('\n\n'),
        }),
    },
  };
}

/** Line ends do not count, so they are not typed. */
const unfilled = <T extends { note: string }>(item: T): T => ({
  ...item,
  note: item.note.replace(/\n/g, ' '),
});
