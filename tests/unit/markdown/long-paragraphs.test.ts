import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { easeLongParagraphs } from '../../../lib/markdown/long-paragraphs.ts';
import { anyPost } from '../../support/any-post.ts';
import { tries } from '../../support/property-tries.ts';

const shown = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

describe('lines that continue a long paragraph without its marks', () => {
  it('get them, in quotes and in lists', () => {
    const lines = 'one\n   two\n'.repeat(100);
    expect(easeLongParagraphs(`> first\n${lines}\nafter`)).toBe(
      `> first\n${'> one\n> two\n'.repeat(100)}\nafter`,
    );
    expect(easeLongParagraphs(`1. > first\n${lines}`)).toBe(
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
      expect(easeLongParagraphs(text)).toBe(text);
    }
  });

  it('are split where there are more than anybody writes, with all their words', () => {
    const long = `> first\n${'word\n'.repeat(12_000)}`;
    const html = shown(easeLongParagraphs(long));
    expect(html.match(/<p>/g)).toHaveLength(3);
    expect(html.match(/word/g)).toHaveLength(12_000);
    expect(html.match(/<blockquote>/g)).toHaveLength(1);
    expect(easeLongParagraphs('word\n'.repeat(5_002))).toBe(
      `${'word\n'.repeat(5_000)}\nword\nword\n`,
    );
    expect(easeLongParagraphs('word\n'.repeat(4_000))).toBe('word\n'.repeat(4_000));
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
        expect(shown(easeLongParagraphs(markdown, { fewest: 2 }))).toBe(shown(markdown));
      }),
      tries(400),
    );
  });
});
