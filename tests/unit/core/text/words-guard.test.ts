import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../../lib/core/text/words.ts';
import { compareWords } from '../../../../lib/core/text/words-guard.ts';

const source = 'Tidal is an [embeddable](https://x.example) platform\nof several daemons.';
const verdictOf = (edited: string, captured = source) => compareWords([edited], captured)[0];

describe('the words of a quote', () => {
  it.each([
    ['filled anew', 'Tidal is an\n[embeddable](https://x.example) platform of several\ndaemons.'],
    ['a link dropped', 'Tidal is an embeddable platform of several daemons.'],
    ['a link added', '[Tidal](https://r.example) is an embeddable platform of several daemons.'],
    ['emphasis added', 'Tidal is an **embeddable** platform of *several* daemons.'],
    ['a word left out and said so', 'Tidal is an [...] platform of several daemons.'],
    ['with a backslash', 'Tidal is an \\[...\\] platform of several daemons.'],
    ['with one character', 'Tidal […] of several daemons.'],
    ['twice', 'Tidal [...] platform [...] daemons.'],
    ['in a table', '| Tidal [...] |\n| --- |\n| of several daemons. |'],
    ['in code', '```\nTidal [...]\nof several daemons.\n```'],
    ['the end left out', 'Tidal is an embeddable platform'],
    ['the beginning left out', 'platform of several daemons.'],
    ['an elision where nothing is left out', 'Tidal is an [...] embeddable platform'],
  ])('are the source’s: %s', (_, edited) => {
    expect(verdictOf(edited)).toEqual({ words: 'same' });
  });

  it.each([
    [
      'a word changed',
      'Tidal is the embeddable platform of several daemons.',
      [{ said: 'the', source: 'an' }],
    ],
    [
      'the first word changed',
      'Wave is an embeddable platform of several daemons.',
      [{ said: 'Wave', source: 'Tidal' }],
    ],
    [
      'a word left out unsaid',
      'Tidal is an platform of several daemons.',
      [{ said: '', source: 'embeddable' }],
    ],
    [
      'a word added',
      'Tidal is an old embeddable platform of several daemons.',
      [{ said: 'old', source: '' }],
    ],
    [
      'the order changed',
      'Tidal is an embeddable platform of daemons several.',
      [{ said: 'daemons', source: '' }],
    ],
    [
      'the order changed around an elision',
      'platform [...] Tidal is an embeddable',
      [{ said: 'Tidal is an embeddable', source: 'of several daemons' }],
    ],
    ['nothing left', '', []],
    ['nothing but an elision', '[...]', []],
    [
      'two places',
      'Tidal was an embeddable platform of many daemons.',
      [
        { said: 'was', source: 'is' },
        { said: 'many', source: 'several' },
      ],
    ],
  ])('are not: %s', (_, edited, differences) => {
    expect(verdictOf(edited)).toEqual({ words: 'changed', differences });
  });

  it('are cut short where more than can be read at once differs', () => {
    const captured = Array.from({ length: 60 }, (_, n) => `a${n}`).join(' ');
    const edited = Array.from({ length: 60 }, (_, n) => `b${n}`).join(' ');
    const verdict = verdictOf(edited, captured);
    expect(verdict).toEqual({
      words: 'changed',
      differences: [{ said: 'b0 b1 b2 b3 b4 b5 b6 b7 …', source: 'a0 a1 a2 a3 a4 a5 a6 a7 …' }],
    });
  });
});

describe('the words of a split quote', () => {
  const halves = (...texts: string[]) =>
    compareWords(texts, 'one two three four five six').map(({ words }) => words);

  it('are read in the order of the post', () => {
    expect(halves('one two three', 'four five six')).toEqual(['same', 'same']);
    expect(halves('one [...] three', 'five six')).toEqual(['same', 'same']);
  });

  it('are reordered where the source has the second half first', () => {
    expect(halves('four five six', 'one two three')).toEqual(['same', 'reordered']);
  });

  it('are the source’s where one half is gone', () => {
    expect(halves('four five six')).toEqual(['same']);
  });

  it('may be changed in one half alone', () => {
    expect(halves('one deux three', 'four five six')).toEqual(['changed', 'same']);
  });

  it('are the source’s where the whole quote stands in the post twice', () => {
    const whole = 'one two three four five six';
    expect(halves(whole, whole)).toEqual(['same', 'same']);
    expect(halves('five six', whole)).toEqual(['same', 'same']);
  });
});

describe('any quote', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'cats', 'dogs');
  const text = fc.array(word, { minLength: 1, maxLength: 30 });

  it('has the source’s words where words were left out and said so, however often they come', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.boolean()), (words, keep) => {
        const kept = words.map((each) => (keep.next().value ? each : '[...]'));
        if (wordsOf(kept.join(' ')).length === 0) return;
        expect(verdictOf(kept.join(' '), words.join(' '))).toEqual({ words: 'same' });
      }),
    );
  });

  it('has a changed word named', () => {
    fc.assert(
      fc.property(text, fc.nat(), (words, n) => {
        const edited: string[] = [...words];
        edited[n % words.length] = 'changed';
        const verdict = verdictOf(edited.join(' '), words.join(' '));
        expect(verdict?.words).toBe('changed');
        const said =
          verdict?.words === 'changed' ? verdict.differences.map((each) => each.said) : [];
        expect(said.join(' ')).toContain('changed');
      }),
    );
  });

  it('of megabytes is compared word by word once, not each with each', () => {
    // In quadratic time, this would take hours.
    const captured = 'word '.repeat(300_000);
    expect(verdictOf(`${captured}other`, captured)?.words).toBe('changed');
    expect(verdictOf('word '.repeat(299_999), captured)).toEqual({ words: 'same' });
    expect(verdictOf('word [...] '.repeat(200_000), captured)).toEqual({ words: 'same' });
  });
});
