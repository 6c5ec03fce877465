import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { markLazyLines } from '../../../lib/markdown/mark-lazy-lines.ts';
import { anyPost } from '../../support/any-post.ts';

const shown = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

describe('lines that continue a long paragraph without its marks', () => {
  it('get them, in quotes and in lists', () => {
    const lines = 'one\n   two\n'.repeat(100);
    expect(markLazyLines(`> first\n${lines}\nafter`)).toBe(
      `> first\n${'> one\n> two\n'.repeat(100)}\nafter`,
    );
    expect(markLazyLines(`1. > first\n${lines}`)).toBe(
      `1. > first\n${'   > one\n   > two\n'.repeat(100)}`,
    );
  });

  it('stay if they are few, or would mean something else with marks', () => {
    for (const text of [
      '> first\none\ntwo',
      `> first\n${'===\n'.repeat(300)}`,
      `> a | b\n${'- | -\n'.repeat(300)}`,
      `first\n${'one\n'.repeat(300)}`,
    ]) {
      expect(markLazyLines(text)).toBe(text);
    }
  });

  it('show the same, whatever the text is', () => {
    const mark = fc.constantFrom('', '', '> ', '* ', '- ', '1. ', '  ', '    ', '\t', '> * ', '>');
    const words = fc.constantFrom(
      ...['word', 'a *b', 'c* d', '===', '---', '- x', '2. x', '| a |', '[a]: b', '`c', '# h'],
      ...['word  ', '\\', '<b>', '</b>', '~~~', ':-', '', '_', '[^1]: x', '&amp;', '[x] y'],
    );
    const line = fc.tuple(mark, words).map((parts) => parts.join(''));
    const text = fc.array(line, { minLength: 2, maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: text }, anyPost), (markdown) => {
        expect(shown(markLazyLines(markdown, 2))).toBe(shown(markdown));
      }),
      { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 2000) },
    );
  });
});
