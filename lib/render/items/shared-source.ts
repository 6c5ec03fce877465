import { sourcePage } from '../../clips/clip-source.ts';
import type { Item, Quote } from '../../core/post/item.ts';

/** Cached by the quote's identity, so that its rendering is cached, too. */
const unnamed = new WeakMap<Quote, Quote>();

/**
 * Returns the items with quotes that name no source if the next quote names it for both: halves of
 * a split one, and those that the note-taker chose. If that one is gone, hidden or has another
 * source, each names its own.
 * @param items those in the post, in their order
 */
export function withSharedSources(items: readonly Item[]): Item[] {
  let next: Quote | undefined;
  const inOrder = items.toReversed().map((item) => {
    if (item.kind !== 'quote' || item.hidden) return item;
    const isNamed = item.sharesSource === true && next !== undefined && isSameSource(item, next);
    next = item;
    return isNamed ? withoutSource(item) : item;
  });
  return inOrder.reverse();
}

const clipOf = ({ id, clipId }: Quote) => clipId ?? id;

function isSameSource(one: Quote, other: Quote): boolean {
  if (clipOf(one) === clipOf(other)) return true;
  const page = sourcePage(one.source);
  return page !== '' && page === sourcePage(other.source);
}

function withoutSource(quote: Quote): Quote {
  const known = unnamed.get(quote);
  if (known) return known;
  const made: Quote = { ...quote, attribution: 'none' };
  unnamed.set(quote, made);
  return made;
}
