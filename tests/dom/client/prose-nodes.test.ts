import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentNodes, postNodes } from '../../../lib/client/post-nodes.ts';
import { proseNodes } from '../../../lib/client/prose-nodes.ts';
import { anyText } from '../../support/any-text.ts';
import { tries } from '../../support/property-tries.ts';

const link = '[the `spec`](https://a.example/x_y?b=1#c)';

it.each([
  'One paragraph,\nin two lines.\n\nAnd “another”: it’s 3 p.m. (or so) -- "at least"...',
  `See ${link.replaceAll('`', '')} and\n[this](http://b.example): 'yes'.`,
  "> Quoted words\n> on two lines\n>\n> -- [b.example/it's](https://b.example/its)",
  'A note before it:\n\n> Quoted\n\n> Quoted, too\n\nAnd one after it.',
])('reads paragraphs of words and links by itself: %j', (markdown) => {
  for (const typographer of [false, true]) {
    const nodes = proseNodes(markdown, typographer);
    expect(nodes).toBeDefined();
    expect(nodes).toEqual(documentNodes(markdown, { typographer }));
  }
});

it.each([
  '# A heading',
  '- a list',
  '1. a list',
  'a *b*',
  link,
  '![a](https://a.example/b.png)',
  'a  \nb',
  'a\n===',
  'a\n-- - -',
  'www.a.example',
  'me@a.example',
  'a &amp; b',
  '[a]: https://a.example/',
  '> a\n> - b',
  '>a',
  '    code',
  '',
])('leaves anything else to the reader of Markdown: %j', (markdown) => {
  expect(proseNodes(markdown, true)).toBeUndefined();
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'word',
      'Umlaut ä',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '> ',
      '\n> ',
      '\n>\n> ',
      '- ',
      '1. ',
      '2) ',
      '-- ',
    ],
    ...[
      '"',
      "'",
      '...',
      '--',
      '(',
      ')',
      '!',
      '[a b](https://a.example/b)',
      '[c](http://d.example)',
    ],
    ...['*', '_', '`', '&', '#', ':', 'http', '://', '.', '3', '=', '|', '[', ']', '  ', 'ps://'],
  ),
  anyText(3),
);

it('shows every text as the reader of Markdown does', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 9 }),
      fc.boolean(),
      (all, typographer) => {
        const markdown = all.join('');
        const prose = proseNodes(markdown, typographer);
        if (!prose) return;
        read++;
        expect(prose).toEqual(documentNodes(markdown, { typographer }));
        expect(postNodes(markdown, { typographer })).toEqual(prose);
      },
    ),
    tries(1200),
  );
  expect(read).toBeGreaterThan(100);
});
