import type { ImageClip } from '../../../lib/core/post/item.ts';
import { splitPost } from '../../support/draft-text.ts';
import type { Hands } from '../hands.ts';
import { collectPage, collectPicture, collectQuote } from '../steps/clips.ts';
import { beginAtDesk, completePicture, putClip, writeAtDesk } from '../steps/desk.ts';
import { type Details, enterDetails } from '../steps/details.ts';
import { addressesIn } from '../steps/words.ts';

interface FoundQuote {
  url: string;
  words: { from: string; to?: string };
}

interface FoundPicture {
  url: string;
  clip: Pick<ImageClip, 'alt' | 'path' | 'fileName' | 'linkUrl' | 'hidden'>;
}

export interface PostAtDesk {
  details: Details;
  expected: string;
  /** Where its quotes are found, in the post's order. */
  quotes: readonly FoundQuote[];
  picture?: FoundPicture | undefined;
  /** Returns a text as it is typed, if that differs from the post. */
  typed?(text: string): string;
}

type Stretch =
  | { do: 'write'; words: string }
  | { do: 'quote'; found: FoundQuote }
  | { do: 'picture' };

/**
 * Reads and clips everything that the post quotes and links to, in its order, into the tray; then
 * writes it at the desk from its first word to its last.
 */
export async function composeAtDesk(hands: Hands, post: PostAtDesk): Promise<void> {
  await enterDetails(hands, post.details, 'desk');
  const stretches = stretchesOf(post);
  const quoted = new Set(post.quotes.map(({ url }) => url));
  for (const stretch of stretches) {
    if (stretch.do === 'quote') await collectQuote(hands, stretch.found.url, stretch.found.words);
    else if (stretch.do === 'picture' && post.picture)
      await collectPicture(hands, post.picture.url);
    else if (stretch.do === 'write') {
      for (const address of addressesIn(stretch.words)) {
        const isKnown = hands.tally.nameOf(address) !== undefined || quoted.has(address);
        if (!isKnown && !isMoment(address)) await collectPage(hands, address);
      }
    }
  }
  await beginAtDesk(hands);
  for (const stretch of stretches) {
    if (stretch.do === 'write') await writeAtDesk(hands, stretch.words);
    else if (stretch.do === 'quote') await putClip(hands, begins(stretch.found.words.from));
    // A picture without alt text is named by its kind.
    else await putClip(hands, begins(post.picture?.clip.alt || 'Picture'));
  }
  if (!post.picture) return;
  const { clip } = post.picture;
  await completePicture(hands, {
    path: clip.path || `/images/${clip.fileName}`,
    linksTo: clip.linkUrl,
    linkName: hands.tally.nameOf(clip.linkUrl) ?? '',
    isHidden: clip.hidden,
  });
}

/** Returns the words that one searches for. */
const begins = (words: string) =>
  words
    .split(/[\s,]+/)
    .slice(0, 2)
    .join(' ');

/** True for a time in a recording, which has no page. */
const isMoment = (address: string) => /[?&]start=/.test(address);

/** Returns the body without what the template writes, split at the clips. */
function stretchesOf({ expected, quotes, typed = (text) => text }: PostAtDesk): Stretch[] {
  const blocks = splitPost(expected)
    .body.trim()
    .split(/\n{2,}/);
  const end = blocks.findIndex((block) => /^Thanks again|^----$/.test(block));
  const start = blocks[1]?.startsWith('![') ? 2 : 1;
  const stretches: Stretch[] = [];
  let words: string[] = [];
  const writeWords = () => {
    if (words.length > 0) stretches.push({ do: 'write', words: words.join('\n\n') });
    words = [];
  };
  let nextQuote = 0;
  let isHidden = false;
  for (const block of blocks.slice(start, end)) {
    const found = block.startsWith('> ') ? quotes[nextQuote++] : undefined;
    if (block === '<!--' || block === '-->') isHidden = block === '<!--';
    if (isHidden || block === '-->') {
      if (block === '<!--') {
        writeWords();
        stretches.push({ do: 'picture' });
      }
    } else if (found) {
      writeWords();
      stretches.push({ do: 'quote', found });
    } else words.push(typed(block));
  }
  writeWords();
  return stretches;
}
