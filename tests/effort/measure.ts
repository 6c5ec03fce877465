import { join } from 'node:path';
import type { Harness } from '../support/browsers/harness.ts';
import { root } from '../support/source-files.ts';
import { type ByHand, byHand } from './by-hand.ts';
import { Hands } from './hands.ts';
import type { Post, Way } from './posts/post.ts';
import { copyAtDesk, copyDraft } from './steps/take-away.ts';
import { type Figures, Tally } from './tally.ts';

const pictures = join(root, '.output', 'effort');

export interface Measured {
  name: string;
  shape: string;
  way: Way;
  figures: Figures;
  byHand: ByHand;
}

/**
 * Composes a post from its first source to the copied draft, in an empty library; fails if the
 * result differs.
 */
export async function measure(harness: Harness, post: Post, way: Way): Promise<Measured> {
  harness.site.addAll(post.pages);
  const tally = new Tally();
  const hands = new Hands(harness, tally);
  const draft = await compose(hands, post, way);
  const compare = post.compare ?? ((text: string) => text);
  const [made, wanted] = [compare(draft), compare(post.expected)];
  if (made !== wanted) {
    throw new Error(
      `${post.name}, ${way}, came out as another post:\n${firstDifference(made, wanted)}`,
    );
  }
  const { name, shape } = post;
  return { name, shape, way, figures: tally.figures, byHand: byHand(post.expected) };
}

async function compose(hands: Hands, post: Post, way: Way): Promise<string> {
  try {
    await post.ways[way]?.(hands);
    return await (way === 'at the desk' ? copyAtDesk(hands) : copyDraft(hands));
  } catch (cause) {
    await hands.keepPictures(pictures);
    throw new Error(`${post.name}, ${way}, could not be composed (pictures: ${pictures})`, {
      cause,
    });
  }
}

function firstDifference(draft: string, expected: string): string {
  const [ours, theirs] = [draft.split('\n'), expected.split('\n')];
  const at = theirs.findIndex((line, index) => line !== ours[index]);
  return `line ${at + 1}\nexpected: ${theirs[at]}\ncame out: ${ours[at]}`;
}
