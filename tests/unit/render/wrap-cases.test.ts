import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../lib/render/width.ts';
import { wrapMarkdown } from '../../../lib/render/wrap.ts';

const lines = (...text: string[]) => text.join('\n');

describe('filling at a column', () => {
  it.each([
    ['fills prose', 'aaaa bbbb cccc\ndddd', 'aaaa bbbb\ncccc dddd'],
    ['counts the markers of quotes', '> aaaa bbbb cccc', '> aaaa\n> bbbb\n> cccc'],
    ['indents list items', '* aaaa bbbb', '* aaaa\n  bbbb'],
    ['indents numbered items by their marker', '10. aaaa bbbb', '10. aaaa\n    bbbb'],
    ['goes into nested blocks', '> - aaa bbb ccc', '> - aaa\n>   bbb\n>   ccc'],
    ['takes in lazy lines', '> aaaa\nbbbb', '> aaaa\n> bbbb'],
    [
      'keeps link addresses whole',
      'a [b c](https://a.example/long) d',
      'a [b\nc](https://a.example/long)\nd',
    ],
    ['keeps code spans whole', 'aaa `bb cc dd` ee', 'aaa\n`bb cc dd`\nee'],
    ['keeps tags whole', 'aaa <b title="c d"> e', 'aaa\n<b title="c d">\ne'],
    ['keeps hard breaks', 'aa bb  \ncc\\\ndd ee ff gg', 'aa bb  \ncc\\\ndd ee ff\ngg'],
    ['keeps headings', '# aaaa bbbb cccc', '# aaaa bbbb cccc'],
    ['keeps setext headings', 'aaaa bbbb cccc\n---', 'aaaa bbbb cccc\n---'],
    ['keeps fences', '```\naaaa bbbb cccc\n```', '```\naaaa bbbb cccc\n```'],
    ['keeps indented code', '    aaaa bbbb cccc', '    aaaa bbbb cccc'],
    ['keeps HTML', '<div>\naaaa bbbb cccc\n</div>', '<div>\naaaa bbbb cccc\n</div>'],
    ['keeps tables', '| aaaa | bbbb |\n| --- | --- |', '| aaaa | bbbb |\n| --- | --- |'],
    [
      'keeps definitions',
      '[a]: https://a.example "bbbb cccc"',
      '[a]: https://a.example "bbbb cccc"',
    ],
    ['keeps footnotes', '[^1]: aaaa bbbb cccc', '[^1]: aaaa bbbb cccc'],
    ['keeps definition lists', 'aaaa\nbbbb\n: cccc dddd eeee', 'aaaa\nbbbb\n: cccc dddd eeee'],
    ['starts no line like a list', 'aaaa bbbbb - cccc', 'aaaa\nbbbbb -\ncccc'],
    ['starts no line like a numbered list', 'aaaa bbbb 1. cccc', 'aaaa\nbbbb 1.\ncccc'],
    ['starts no line like a heading', 'aaaa bbbbb # cccc', 'aaaa\nbbbbb #\ncccc'],
    ['starts no line like a quote', 'aaaa bbbb >cc', 'aaaa\nbbbb >cc'],
    ['starts no line like an underline', 'aaaa bbbb ===', 'aaaa\nbbbb ==='],
    ['starts no line like a fence', 'aaaa bbbb ~~~', 'aaaa\nbbbb ~~~'],
    ['starts no line like HTML', 'aaaa bbbb <div>', 'aaaa\nbbbb <div>'],
    ['starts no line like a table', 'aaa | bbb --|', 'aaa |\nbbb --|'],
    ['may start a line with an issue', 'aaaa bbbb #12 c', 'aaaa bbbb\n#12 c'],
    ['makes no hard break of a backslash', 'aaaa bbb \\ cccc', 'aaaa bbb\n\\ cccc'],
    ['counts wide characters twice', '語語 語語 a', '語語 語語\na'],
    ['does not break Chinese: a line break is a space', '語語語語語語語語', '語語語語語語語語'],
    [
      'does not break at a space that must not break',
      'aaaa bbbb\u00a0cccc',
      'aaaa\nbbbb\u00a0cccc',
    ],
    ['keeps blank lines', 'a\n\n\nb\n', 'a\n\n\nb\n'],
    ['keeps the name of an alert', '> [!NOTE]\n> a b', '> [!NOTE]\n> a b'],
    ['keeps a task’s box', '- [ ] aaaa b', '- [ ] aaaa\n  b'],
  ])('%s', (_, markdown, filled) => {
    expect(wrapMarkdown(markdown, 10)).toBe(filled);
    expect(wrapMarkdown(filled, 10)).toBe(filled);
  });

  it('does nothing at column 0', () => {
    const text = 'a\r\n  b  \n\tc\n\n\n';
    expect(wrapMarkdown(text, 0)).toBe(text);
  });

  it('takes a hundred thousand nested quotes and lists', () => {
    const deep = `${'>'.repeat(100_000)} a b`;
    expect(wrapMarkdown(deep, 10)).toBe(deep);
    const list = `${'- '.repeat(100_000)}a`;
    expect(wrapMarkdown(list, 10)).toBe(list);
  });

  it('fills a quote as the house style has it', () => {
    expect(
      wrapMarkdown(
        '> Every append lands in a ring of fixed-size segments, so a reader never waits for a writer. -- [a.example/b](https://a.example/b)',
        78,
      ),
    ).toBe(
      lines(
        '> Every append lands in a ring of fixed-size segments, so a reader never waits',
        '> for a writer. -- [a.example/b](https://a.example/b)',
      ),
    );
  });
});

it.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['語', 2],
  ['한글', 4],
  ['ｆ', 2],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['👍🏽', 2],
  ['🇩🇪', 2],
  ['❤️', 2],
  ['❤', 1],
  ['\u200b', 0],
])('%s takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});
