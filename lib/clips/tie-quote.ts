import { cleanUrl, pageAddress } from '../core/address/url.ts';
import { lineHunks } from '../core/merge/line-hunks.ts';
import type { Item, ItemChanges, Quote } from '../core/post/item.ts';
import type { Source } from '../core/source/source.ts';
import { wordsOf } from '../core/text/words.ts';
import { compareWords } from '../core/text/words-guard.ts';
import { sourceAddress } from './clip-source.ts';
import { paperKey } from './paper-key.ts';

/**
 * True for a quote of an opened post if nothing more is known about its source than the post says.
 */
export const isUntied = (item: Item): item is Quote =>
  item.kind === 'quote' &&
  item.piece !== undefined &&
  item.source.mediaType === '' &&
  item.source.selectors.length === 0;

/**
 * True if a quote can be clipped again: it is not tied to its page, and the post names the page.
 */
export const canClipAgain = (item: Item): item is Quote =>
  isUntied(item) && item.deletedAt === null && /^https?:\/\//i.test(sourceAddress(item));

/** A quote that names no page must have at least this many words to be recognised. */
const fewestWords = 4;
/**
 * The share of a quote's words that must be in the page, if it is known that this quote is meant.
 */
const nearly = 0.8;

/**
 * Returns the quote of an opened post with the words of a clip; undefined if there is none.
 * @param wanted the quote that the note-taker wants to clip again, whose page may have another
 * address by now
 * @param inPost the quotes of the post that new clips go to
 */
export function quoteToTie(
  clip: Quote,
  wanted: Item | undefined,
  inPost: readonly Item[],
): Quote | undefined {
  if (wanted !== undefined && wanted.deletedAt === null && isUntied(wanted)) {
    if (saysMost(wanted, clip)) return wanted;
  }
  const untied = inPost.filter(isUntied);
  const ofPage = untied.filter(({ source }) => isSamePage(source, clip.source));
  const ofNone = untied.filter(
    (quote) => quote.source.url === '' && wordsOf(wordsIn(quote)).length >= fewestWords,
  );
  return (
    ofPage.find((quote) => saysAll(quote, clip)) ??
    ofPage.find((quote) => saysMost(quote, clip)) ??
    ofNone.find((quote) => saysAll(quote, clip))
  );
}

/**
 * Returns the changes that tie a quote to a clip: its words stay as they are, and are compared with
 * the page's from now on.
 */
export function tiedTo(quote: Quote, clip: Quote): ItemChanges {
  const words = wordsIn(quote);
  const { source, fingerprint, text, markdown, htmlMarkdown, page } = clip;
  return {
    ...{ source, fingerprint, text, markdown },
    ...(htmlMarkdown === undefined ? {} : { htmlMarkdown }),
    ...(page === undefined ? {} : { page }),
    editedMarkdown: words === markdown ? null : words,
  };
}

const wordsIn = ({ editedMarkdown, markdown }: Quote): string => editedMarkdown ?? markdown;

function saysAll(quote: Quote, clip: Quote): boolean {
  const words = wordsIn(quote);
  return wordsOf(words).length > 0 && compareWords([words], clip.markdown)[0]?.words === 'same';
}

function saysMost(quote: Quote, clip: Quote): boolean {
  if (saysAll(quote, clip)) return true;
  const said = wordsOf(wordsIn(quote));
  const others = lineHunks(said, wordsOf(clip.markdown)).reduce(
    (count, { old }) => count + old.end - old.start,
    0,
  );
  return said.length > 0 && said.length - others >= said.length * nearly;
}

const isSamePage = (said: Source, seen: Source): boolean => {
  const address = addressOf(said.url);
  const key = paperKey(said);
  return (
    (address !== '' && [seen.url, seen.canonicalUrl].some((each) => addressOf(each) === address)) ||
    (key !== undefined && key === paperKey(seen))
  );
};

/**
 * Returns a page's address for comparison: old posts may have http links from before sites used
 * https.
 */
const addressOf = (url: string): string =>
  pageAddress(cleanUrl(url))
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
