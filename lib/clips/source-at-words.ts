import { addressAt } from '../core/address/text-fragment.ts';
import type { Quote } from '../core/post/item.ts';
import type { TextQuoteSelector } from '../core/source/selectors.ts';
import { placedWordsOf } from '../core/text/words.ts';
import { stretchesOf } from '../core/text/words-guard.ts';
import { sourceAddress } from './clip-source.ts';
import { isPdf } from './paper-key.ts';

/**
 * Returns the address of a quote's source at the quote's words; for a PDF at its page, since
 * viewers do not search for words. Undefined if no address opens it: a local file.
 */
export function sourceAtWords(quote: Quote): string | undefined {
  const address = sourceAddress(quote);
  if (!/^https?:\/\//i.test(address)) return undefined;
  return isPdf(quote.source) ? address : addressAt(address, wordsInSource(quote));
}

/** Returns the words that the quote still has, as the page has them. */
function wordsInSource({ text, editedMarkdown, source }: Quote) {
  const { language } = source;
  const selector = source.selectors.find(
    (each): each is TextQuoteSelector => each.type === 'TextQuoteSelector',
  );
  const { prefix = '', suffix = '' } = selector ?? {};
  const whole = { exact: text, prefix, suffix, language };
  if (editedMarkdown === null) return whole;
  const words = placedWordsOf(text);
  const [stretch] = stretchesOf(
    [editedMarkdown],
    words.map((word) => word.text),
  );
  const [first, last] = stretch ? [words[stretch.from], words[stretch.to - 1]] : [];
  if (!first || !last) return whole;
  return { exact: text.slice(first.start, last.end), prefix: '', suffix: '', language };
}
