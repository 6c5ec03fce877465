import { describe, expect, it } from 'vitest';
import { withSharedSources } from '../../../../lib/render/items/shared-source.ts';
import { createNote, createQuote, createSource } from '../../../support/items.ts';

const url = 'https://docs.example/append/';
const source = createSource({ url, canonicalUrl: url });
const first = createQuote({ source, sharesSource: true });
const second = createQuote({ source });
const note = createNote();
const attributions = (...items: Parameters<typeof withSharedSources>[0]) =>
  withSharedSources(items).flatMap((item) => (item.kind === 'quote' ? [item.attribution] : []));

describe('quotes that share a source', () => {
  it('name it once, in the last', () => {
    expect(attributions(first, second)).toEqual(['none', 'host-path']);
    expect(attributions(first, note, second)).toEqual(['none', 'host-path']);
    expect(attributions(first, createQuote({ source, sharesSource: true }), second)).toEqual([
      'none',
      'none',
      'host-path',
    ]);
  });

  it.each([
    ['is gone', [first, note]],
    ['is hidden', [first, { ...second, hidden: true }]],
    [
      'is of another source',
      [first, createQuote({ source: createSource({ canonicalUrl: 'https://x.example/' }) })],
    ],
    [
      'comes after one of another source',
      [
        first,
        createQuote({ source: createSource({ canonicalUrl: 'https://x.example/' }) }),
        second,
      ],
    ],
    ['stands above', [second, first]],
  ])('name it themselves where the next one %s', (_, items) => {
    expect(attributions(...items).at(items[0] === second ? 1 : 0)).toBe('host-path');
  });

  it('are the same objects each time, so that what is rendered of them is kept', () => {
    const [one] = withSharedSources([first, second]);
    expect(withSharedSources([first, second])[0]).toBe(one);
    expect(withSharedSources([first, second])[1]).toBe(second);
  });

  it('name it themselves unless their note-taker wants it so', () => {
    expect(attributions(createQuote({ source }), second)).toEqual(['host-path', 'host-path']);
  });
});
