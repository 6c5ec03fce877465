import { describe, expect, it } from 'vitest';
import { arranged, sectionRange, sectionStep, stepped } from '../../../../lib/core/post/arrange.ts';
import type { Item } from '../../../../lib/core/post/item.ts';
import {
  createImage,
  createLink,
  createNote,
  createQuote,
  createSection,
} from '../../../support/items.ts';
import { part } from '../../../support/records.ts';

const letters = (text: string) => [...text];

describe('rows that move', () => {
  it.each([
    ['abc', 'a', 'b', 'bac'],
    ['abc', 'c', null, 'cab'],
    ['abcde', 'bd', null, 'bdace'],
    ['abcde', 'bd', 'e', 'acebd'],
    // In the list's order, whatever the order of selection.
    ['abcde', 'db', 'e', 'acebd'],
    ['abcde', 'bd', 'c', 'acbde'],
    ['abcde', 'bd', 'b', 'abdce'],
  ])('of %s: %s after %s gives %s', (ids, moving, after, expected) => {
    expect(arranged(letters(ids), letters(moving), after).join('')).toBe(expected);
  });

  it.each([
    ['abc', 'a', 1, 'bac'],
    ['abc', 'c', -1, 'acb'],
    ['abc', 'b', -1, 'bac'],
    ['abc', 'a', -1, undefined],
    ['abc', 'c', 1, undefined],
    ['abcd', 'bc', 1, 'adbc'],
    ['abcd', 'bc', -1, 'bcad'],
    ['abcd', 'ab', -1, undefined],
    // Scattered items come together.
    ['abcde', 'ce', -1, 'aceb d'],
    ['abcde', 'ac', 1, 'bdac e'],
    ['abcd', 'ac', -1, 'acbd'],
    ['abcd', 'bd', 1, 'acbd'],
    ['abc', 'x', 1, undefined],
  ] as const)('of %s: %s by %i gives %s', (ids, moving, by, expected) => {
    const after = stepped(letters(ids), letters(moving), by);
    const moved = after === undefined ? undefined : arranged(letters(ids), letters(moving), after);
    expect(moved?.join('')).toBe(expected?.replace(' ', ''));
  });
});

const make: Record<string, () => Item> = {
  '1': () => createSection({ form: 'h1' }),
  '2': () => createSection({ form: 'h2' }),
  '3': () => createSection({ form: 'h3' }),
  ':': () => createSection({ form: 'lead-in' }),
  p: () => createNote({ form: 'paragraph' }),
  b: () => createNote({ form: 'bullet' }),
  l: () => createLink({ form: 'bullet' }),
  q: () => createQuote({ form: 'quote' }),
  i: () => createImage({}),
  '#': () => part(7, { part: 'thanks' }),
};
const post = (kinds: string) => [...kinds].map((kind) => (make[kind] as () => Item)());

describe('what moves with a row', () => {
  it.each([
    ['a heading: all up to the next of its level', '2pbq2p', 0, 4],
    ['a heading: smaller ones and lead-ins, too', '2p3q:b2p', 0, 6],
    ['a heading: up to a larger one', '3pb2p', 0, 3],
    ['a heading: up to a part', '2pb#p', 0, 3],
    ['a heading at the end', 'p2pb', 1, 3],
    ['a heading: nothing where another follows at once', '22', 0, 1],
    ['a lead-in: the bullets and quotes right after it', ':blqp', 0, 4],
    ['a lead-in: nothing before a paragraph', ':pb', 0, 1],
    ['a lead-in: no picture', ':bib', 0, 2],
    ['a lead-in: up to another', ':b:b', 0, 2],
    ['a note: itself alone', 'pbb', 0, 1],
  ])('%s', (_, kinds, at, length) => {
    const items = post(kinds);
    expect(sectionRange(items, items[at]?.id ?? '')).toEqual(items.slice(at, at + length));
  });

  it('is nothing where there is no such row', () => {
    expect(sectionRange(post('2p'), 'none')).toEqual([]);
  });
});

describe('a section moves by one step', () => {
  const moved = (kinds: string, at: number, by: -1 | 1) => {
    const items = post(kinds);
    const id = items[at]?.id ?? '';
    const after = sectionStep(items, id, by);
    if (after === undefined) return undefined;
    const moving = sectionRange(items, id).map((item) => item.id);
    const ids = arranged(
      items.map((item) => item.id),
      moving,
      after,
    );
    return ids.map((each) => [...kinds][items.findIndex((item) => item.id === each)]).join('');
  };

  it.each([
    ['down past a whole one', '2pq2b', 0, 1, '2b2pq'],
    ['up past a whole one', '2pq2b', 3, -1, '2b2pq'],
    ['up past a whole one with smaller headings in it', 'i2p3q2b', 5, -1, 'i2b2p3q'],
    ['up past a row that belongs to none', 'p2b', 1, -1, '2bp'],
    ['up past one row where a larger heading is above', '1pq2b', 3, -1, '1p2bq'],
    ['down past one row', '2b#p', 0, 1, '#2bp'],
    ['down past a lead-in with its bullets', ':b:qq', 0, 1, ':qq:b'],
    ['up past a lead-in with its bullets', ':qq:b', 3, -1, ':b:qq'],
    ['up past a paragraph only, though a lead-in stands further up', ':bp:q', 3, -1, ':b:qp'],
    ['not beyond the end', 'p2b', 1, 1, undefined],
    ['not beyond the start', '2bp', 0, -1, undefined],
    ['as one row, if it is no section', 'pb', 1, -1, 'bp'],
  ] as const)('%s', (_, kinds, at, by, expected) => {
    expect(moved(kinds, at, by)).toBe(expected);
  });
});
