import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../../lib/core/merge/merge-text.ts';

describe('two texts made from one', () => {
  it.each([
    ['one side typed on', 'a b', 'a b', 'a b c', 'a b c', false],
    [
      'both changed other words',
      'one two three',
      'ONE two three',
      'one two THREE',
      'ONE two THREE',
      false,
    ],
    ['both changed other lines', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n', false],
    [
      '47 letters there, one here',
      'rest',
      'restx',
      'Forty-seven letters in the other window. rest',
      'Forty-seven letters in the other window. restx',
      false,
    ],
    ['both added at the end', 'a', 'a mine', 'a theirs', 'a theirs mine', false],
    ['both typed the same', 'a', 'ab', 'ab', 'ab', false],
    [
      'what is typed on holds what was typed',
      'the wh',
      'the who',
      'the whole thought, stored',
      'the whole thought, stored',
      false,
    ],
    ['both replaced one word', 'a dog ran', 'a cat ran', 'a cow ran', 'a cat cow ran', true],
    [
      'removed here, changed there',
      'keep this word',
      'keep word',
      'keep that word',
      'keep that word',
      true,
    ],
    ['an empty first line', '\na b', 'x\nA b', '\nz b', 'x\nA z b', true],
    ['scripts and emoji', 'né 👩🏽‍💻 x', 'né 👩🏽‍💻 xy', 'né! 👩🏽‍💻 x', 'né! 👩🏽‍💻 xy', false],
  ])('%s', (_, base, mine, theirs, text, clash) => {
    expect(mergeText(base, mine, theirs)).toEqual({ text, clash });
  });

  const texts = fc.array(fc.constantFrom('a', 'b', 'word', ' ', '\n', 'é', '👩🏽‍💻', '.'), {
    maxLength: 30,
  });
  const text = texts.map((parts) => parts.join(''));

  it('keeps what only one side changed, whatever it is', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeText(base, changed, base).text).toBe(changed);
        expect(mergeText(base, base, changed).text).toBe(changed);
        expect(mergeText(base, changed, changed)).toEqual({ text: changed, clash: false });
      }),
    );
  });

  it('loses no word that either side typed', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), fc.boolean(), (base, here, there, remove) => {
        const put = (at: number, word: string) =>
          base.slice(0, at) + word + base.slice(remove ? at + 2 : at);
        const merged = mergeText(base, put(here, ' MINE '), put(there, ' THEIRS ')).text;
        expect(merged).toContain('MINE');
        expect(merged).toContain('THEIRS');
      }),
    );
  });

  it('takes a text of 200,000 letters that both sides rewrote', () => {
    const lines = (word: string) =>
      Array.from({ length: 5_000 }, (_, at) => `${word} ${at} of a long text`).join('\n');
    const { text: merged, clash } = mergeText(lines('base'), lines('mine'), lines('theirs'));
    expect(merged).toContain('mine 4999');
    expect(merged).toContain('theirs 4999');
    expect(clash).toBe(true);
  });
});
