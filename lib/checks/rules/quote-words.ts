import { capturedMarkdown } from '../../clips/captured-markdown.ts';
import { clipOf, type Quote } from '../../core/post/item.ts';
import { compareWords } from '../../core/text/words-guard.ts';
import type { Check } from '../check.ts';
import { placeOf } from '../item-place.ts';

/** Finds a quote whose words differ from the captured ones. */
export const quoteWords: Check = {
  id: 'quote-words',
  *find(post, { items = [], rawHtml = false }) {
    const quotes = items.flatMap((placed) => {
      const { item } = placed;
      const isShown = item.kind === 'quote' && !item.hidden && placed.lineCount > 0;
      return isShown ? [{ placed, quote: item }] : [];
    });
    // Halves of one clip are read one after the other.
    const clips = Map.groupBy(quotes, ({ quote }) => clipOf(quote));
    for (const halves of clips.values()) {
      const captured = halves[0] ? capturedMarkdown(halves[0].quote, rawHtml) : '';
      const said = ({ quote }: { quote: Quote }) =>
        quote.editedMarkdown ?? capturedMarkdown(quote, rawHtml);
      for (const [at, verdict] of compareWords(halves.map(said), captured).entries()) {
        const half = halves[at];
        if (half === undefined || verdict.words === 'same') continue;
        const [difference] = verdict.words === 'changed' ? verdict.differences : [];
        yield {
          ...placeOf(post, half.placed),
          message:
            verdict.words === 'reordered'
              ? { key: 'check_quote_order', values: [] }
              : difference === undefined
                ? { key: 'check_quote_words', values: [] }
                : difference.said === ''
                  ? { key: 'check_quote_words_missing', values: [difference.source] }
                  : difference.source === ''
                    ? { key: 'check_quote_words_added', values: [difference.said] }
                    : {
                        key: 'check_quote_words_changed',
                        values: [difference.said, difference.source],
                      },
        };
      }
    }
  },
};
