import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topBlocks } from '../../../lib/markdown/top-blocks.ts';
import { anyPost } from '../../support/any-post.ts';
import { tries } from '../../support/property-tries.ts';

const read = (text: string, size?: number) =>
  topBlocks(text, size).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('the blocks at the top level', () => {
  it('are whole lines, each item of a list with marks by itself', () => {
    expect(
      read('# a\n\n * one\n   more\n\n * two\nlazy\n1) x\n2) y\n\n> q\nlazy\n\nTitle\n===\n***\n'),
    ).toEqual([
      'heading: # a',
      'bullet:  * one\n   more',
      'bullet:  * two\nlazy',
      'numbered: 1) x\n2) y',
      'quote: > q\nlazy',
      'heading: Title\n===',
      'rule: ***',
    ]);
  });

  it('are definitions, footnotes, tables, HTML and code, too', () => {
    expect(
      read(
        "[a]: /b 'c'\n[d]: <e>\ntext\n\n[^1]: f\n\n    more\n\n|a|\n|-|\n|1|\n\n<!-- x\n\ny -->\n\n    code\n\n```js\nz\n",
      ),
    ).toEqual([
      "definition: [a]: /b 'c'",
      'definition: [d]: <e>',
      'paragraph: text',
      'footnote: [^1]: f\n\n    more',
      'table: |a|\n|-|\n|1|',
      'html: <!-- x\n\ny -->',
      'code:     code',
      'code: ```js\nz',
    ]);
  });

  it('are the same, however many lines are read at once', () => {
    fc.assert(
      fc.property(anyPost, (text) => {
        expect(read(text, 5)).toEqual(read(text, 60_000));
      }),
      tries(100),
    );
  });

  it('are the same after indented code, where the parser misses some lists', () => {
    const text = '\tcode\n10) ten\n\n    code\n*\n';
    expect(read(text, 5)).toEqual(read(text));
  });

  it('are read to the end of a list of any length', () => {
    const list = '* word\n'.repeat(20_000);
    expect(new Set(read(list))).toEqual(new Set(['bullet: * word']));
  });

  it('end in one that was not read where a single block is longer than anybody writes', () => {
    expect(
      read(`a\n\n${`${'word '.repeat(200)}\n`.repeat(100)}\nb`).map((each) => each.slice(0, 10)),
    ).toEqual(['paragraph:', 'unread: wo']);
  });
});

it.each([
  // Lazy lines in it have the numbers of other lines elsewhere.
  ['> a\nb\n', '> a\n> b\n\n```\nc\n```\n'],
  ['> - a\nb\n', '> - a\n      b\n'],
  ['[^1]: a\n', '[^1]: a\n\n    b\n'],
  ['a\n', '[^1]: a\n\n    b\n'],
])('reads a text as it is, whatever was read before: %j', (before, text) => {
  const first = topBlocks(text);
  topBlocks(before);
  expect(topBlocks(text)).toEqual(first);
});

it('reads any text as it is, whatever was read before', () => {
  fc.assert(
    fc.property(anyPost, anyPost, (before, text) => {
      const first = topBlocks(text);
      topBlocks(before);
      expect(topBlocks(text)).toEqual(first);
    }),
    tries(100),
  );
});
