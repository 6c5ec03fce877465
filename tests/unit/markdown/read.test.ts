import { describe, expect, it } from 'vitest';
import { linkedAddresses } from '../../../lib/markdown/linked-addresses.ts';
import { readBlocks } from '../../../lib/markdown/read.ts';

/** Returns the text at a position. */
const at = (markdown: string, { start, end }: { start: number; end: number }) =>
  markdown.slice(start, end);

const spansOf = (markdown: string) =>
  readBlocks(markdown).flatMap(({ spans }) => spans.map((span) => [span.kind, at(markdown, span)]));

describe('the blocks of a text', () => {
  it.each([
    ['## Some words ##', 'Some words'],
    ['Some words\n===', 'Some words'],
    ['- [x] Some words', 'Some words'],
    ['[^1]: Some words', 'Some words'],
    ['> Some\n> words', 'Some\n> words'],
  ])('know where the words of %j stand', (markdown, words) => {
    expect(readBlocks(markdown).map((block) => at(markdown, block.words))).toEqual([words]);
  });

  it('know where their lines begin, with and without the marks of what is around them', () => {
    const [, item] = readBlocks('One.\n\n- > two\n  > three');
    expect(item?.lineStart).toBe(6);
    expect(item?.contentStarts).toEqual([10, 18]);
    expect(item?.containers.map(({ type }) => type)).toEqual(['item', 'quote']);
  });

  it('of code and HTML contain nothing, whatever is in them', () => {
    expect(spansOf('```\n*a* [b](c)\n```\n\n    [d](e)\n\n<div>[f](g)</div>')).toEqual([]);
  });
});

describe('the content of a block', () => {
  it('reads past the marks before its further lines', () => {
    expect(spansOf('> a **b\n> c** [d\n> e](f "g\n> h")')).toEqual([
      ['strong', '**b\n> c**'],
      ['link', '[d\n> e](f "g\n> h")'],
    ]);
    expect(linkedAddresses('> [a](\n> https://b.example)')).toEqual(['https://b.example']);
  });

  it('takes a reference before a tag or an address for no link', () => {
    expect(spansOf('[^1]</b> [^2]<a@b.example>')).toEqual([
      ['html', '</b>'],
      ['autolink', '<a@b.example>'],
    ]);
    expect(linkedAddresses('[^1]</b> [^2](https://a.example)')).toEqual(['https://a.example']);
  });

  it('says what each run of signs may do', () => {
    const [block] = readBlocks('*a* ~~~b \\** 🎉_c');
    expect(block?.runs.map(({ start, opens, closes }) => [start, opens, closes])).toEqual([
      [0, true, false],
      [2, false, true],
      // GFM strikes out with one or two.
      [4, false, false],
      [11, false, true],
      // After a symbol, as after a space.
      [15, true, false],
    ]);
  });
});
