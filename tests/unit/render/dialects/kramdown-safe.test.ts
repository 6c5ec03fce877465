import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeKramdownSafe } from '../../../../lib/render/dialects/kramdown-safe.ts';
import { tries } from '../../../support/property-tries.ts';
import { shownWords } from '../../../support/shown-words.ts';

it.each([
  ['nothing to do', 'a { : } {.b} `{c}`', 'a { : } {.b} `{c}`'],
  ['attributes behind a word', '*a*{: onclick="b"}', '*a*\\{: onclick="b"}'],
  ['attributes of a paragraph', 'a\n{: onclick="b"}', 'a\n\\{: onclick="b"}'],
  [
    'an extension',
    '{::options parse_block_html="true" /}',
    '\\{::options parse_block_html="true" /}',
  ],
  ['the end of one', '{:/}', '\\{:/}'],
  ['one with a backslash already', '\\{: a} \\\\{: b}', '\\{: a} \\\\\\{: b}'],
  ['one in a quote', '> a\n> {: b}', '> a\n> \\{: b}'],
  ['one in a heading and a table', '# a {: b}\n\n| {: |\n| - |', '# a \\{: b}\n\n| \\{: |\n| - |'],
  ['code', '`{:a => 1}`\n\n```\n{:a 1}\n```', '`{:a => 1}`\n\n```\n{:a 1}\n```'],
  ['a line that begins with it in code', '`a\n{: b}`', '`a\n{\u200b: b}`'],
  ['HTML', '<div title="{: a}">\n{: b}\n</div>', '<div title="&#123;: a}">\n&#123;: b}\n</div>'],
])('%s', (_, markdown, safe) => {
  expect(makeKramdownSafe(markdown)).toBe(safe);
});

const piece = fc.constantFrom(
  ...['{:', '{::', '{:/}', '{: .a}', '}', '\\', '\\\\', '*', '**', '`', '``', '```\n', '~~~\n'],
  ...['\n', '\n\n', '> ', '- ', '# ', '    ', '[a](', ')', '<b>', '<!--', '-->', '| a |\n| - |\n'],
  ...['<https://a.example/', '>', 'word', ' ', '"', '<div>\n'],
);

it('shows the same words, and leaves no attributes outside of code', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16, size: 'max' }), (pieces) => {
      const markdown = pieces.join('');
      const safe = makeKramdownSafe(markdown);
      expect(shownWords(safe)).toBe(shownWords(markdown));
      const walker = new Parser().parse(safe).walker();
      for (let step = walker.next(); step; step = walker.next()) {
        const { type, literal } = step.node;
        if (/^html/.test(type)) expect(literal).not.toContain('{:');
      }
    }),
    tries(400),
  );
});
