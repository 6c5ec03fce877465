import { describe, expect, it } from 'vitest';
import { namedPictures } from '../../../lib/exporters/named-pictures.ts';
import { linkedAddresses } from '../../../lib/markdown/linked-addresses.ts';
import { withoutComments } from '../../../lib/markdown/without-comments.ts';

describe('a text without its comments', () => {
  it.each([
    ['a <!-- b --> c <!--d\n--> e', 'a  c  e'],
    ['a <!-- b <!-- c --> d', 'a  d'],
    ['a <!--> b --> c', 'a  c'],
    ['a --> b <!-- c', 'a --> b <!-- c'],
    ['', ''],
  ])('%j', (markdown, kept) => {
    expect(withoutComments(markdown)).toBe(kept);
  });

  // Each of them searched for the end again: for half a million, that took a minute and more.
  it('is read in one go, however many comments are begun and never closed', () => {
    const begun = `[a](https://a.example) ![b](b.png)\n\n${'<!-- '.repeat(500_000)}`;
    expect(withoutComments(begun)).toBe(begun);
    expect(linkedAddresses(begun)).toEqual(['https://a.example']);
    expect(namedPictures(begun)).toEqual(['b.png']);
  });
});
