import { describe, expect, it } from 'vitest';
import { placedWordsOf, sameWords, wordsOf } from '../../../../lib/core/text/words.ts';

describe('the words of a Markdown text', () => {
  it.each([
    ['plain words', ['plain', 'words']],
    ['a [link](https://x.example/a_(b) "title") here', ['a', 'link', 'here']],
    ['**bold**, _soft_ and `code()`', ['bold', 'soft', 'and', 'code']],
    ['* one\n* two\n  1. three', ['one', 'two', 'three']],
    ['> quoted\n> lines', ['quoted', 'lines']],
    ['```go\nfunc main()\n```', ['func', 'main']],
    ['1\\. not a list', ['1', 'not', 'a', 'list']],
    ['自由 naïve 42', ['自由', 'naïve', '42']],
    ['', []],
  ])('are found in %j', (markdown, words) => {
    expect(wordsOf(markdown)).toEqual(words);
  });
});

describe('where a word stands', () => {
  it.each([
    ['a [link](https://x.example) here', ['a', 'link', 'here']],
    ['wo**rd**s, and x<sup>2</sup>', ['wo**rd**s', 'and', 'x<sup>2']],
    ['* one\n> 1. two', ['one', 'two']],
  ])('is told in %j', (markdown, found) => {
    const places = placedWordsOf(markdown);
    expect(places.map(({ start, end }) => markdown.slice(start, end))).toEqual(found);
  });
});

describe('whether two texts say the same words', () => {
  const source = 'Tidal is an [embeddable](https://x.example) platform\nof several daemons.';

  it.each([
    ['filled anew', 'Tidal is an\n[embeddable](https://x.example) platform of several\ndaemons.'],
    ['a link dropped', 'Tidal is an embeddable platform of several daemons.'],
    ['a link added', '[Tidal](https://r.example) is an embeddable platform of several daemons.'],
    ['emphasis added', 'Tidal is an **embeddable** platform of *several* daemons.'],
  ])('does not mind: %s', (_, edited) => {
    expect(sameWords(edited, source)).toBe(true);
  });

  it.each([
    ['a word changed', 'Tidal is the embeddable platform of several daemons.'],
    ['a word left out', 'Tidal is an [...] platform of several daemons.'],
    ['a word added', 'Tidal is an old embeddable platform of several daemons.'],
    ['the order changed', 'Tidal is an embeddable platform of daemons several.'],
    ['nothing left', ''],
  ])('minds: %s', (_, edited) => {
    expect(sameWords(edited, source)).toBe(false);
  });
});
