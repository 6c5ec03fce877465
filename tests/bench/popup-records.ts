import { generateNKeysBetween } from 'fractional-indexing';
import type { Quote } from '../../lib/core/post/item.ts';
import { quote, source, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const words =
  'Every append lands in the ring before the writer is told so and a reader never waits for it '.split(
    ' ',
  );

/** Returns some words, different for each `seed`, as long as a usual quote. */
function sentence(seed: number, count: number): string {
  const picked = Array.from(
    { length: count },
    (_, at) => words[(seed * 7 + at * 3) % words.length],
  );
  return `${picked.join(' ').trim()} (${seed}).`;
}

/** Returns a clip as large as a real one: selectors, context, a complete source. */
function realQuote(n: number, order: string): Quote {
  const text = sentence(n, 60);
  return quote(n, {
    order,
    text,
    markdown: text,
    note: n % 3 === 0 ? sentence(n + 1, 20) : '',
    source: source({
      url: `https://docs.tidepool.example/guide/${n}/#ring`,
      description: sentence(n + 2, 25),
      heading: 'The ring',
      headingId: 'ring',
      selectors: [
        {
          type: 'TextQuoteSelector',
          exact: text,
          prefix: sentence(n + 3, 6),
          suffix: sentence(n + 4, 6),
        },
        { type: 'TextPositionSelector', start: n * 100, end: n * 100 + text.length },
      ],
    }),
  });
}

/** Returns rows of the database for one wrap-up with this many clips. */
export function rowsOf(count: number) {
  return {
    wrapUps: [{ ...wrapUp({ id: wrapUpId }), live: 1 }],
    items: itemRows(count, wrapUpId, 1000),
    settings: [{ key: 'activeWrapUpId', value: uuid(1) }],
  };
}

/** Returns rows of this many clips in one place, with ids from `first` on. */
export function itemRows(count: number, placeId: string, first: number) {
  return generateNKeysBetween(null, null, count).map((order, at) => ({
    ...realQuote(first + at, order),
    wrapUpId: placeId,
    live: 1,
  }));
}
