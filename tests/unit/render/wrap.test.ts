import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapMarkdown } from '../../../lib/render/wrap.ts';
import { tries } from '../../support/property-tries.ts';

/** Returns HTML from the reference implementation, with white space collapsed as in a browser. */
function rendered(markdown: string): string {
  return new HtmlRenderer().render(new Parser().parse(markdown)).replace(/[ \t\n]+/g, ' ');
}

const hostileWord = fc.constantFrom(
  ...'a word longer-word - + * # ## ###### 1. 2) 123. > >a >> = == --- -- *** * _ __ ___ ``` ~~~ ` `` | --|-- :-: : :a'.split(
    ' ',
  ),
  ...'[a](b) [a]( b) [x [y](z) ](c) ![i](j) <b> </b> <div> <div <!-- --> <?a ?> <!A <https://a.example/b> &amp; &#32; \\ \\\\ \\* a\\'.split(
    ' ',
  ),
  '[a](<b c> "d e")',
  '[a b](c)',
  '`a  b`',
  '<a href="b c">',
  '[a]: b',
  '[^1]: c',
  '語語語',
  '😀',
);
const gap = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n',
  '\n',
  '  \n',
  '\\\n',
  '\n\n',
);
const prefix = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '    ',
  '  ',
  '> ',
  '>',
  '* ',
  '- ',
  '1. ',
  '   ',
  '\t',
);
const text = fc
  .array(fc.tuple(hostileWord, gap, prefix), { maxLength: 30, size: 'max' })
  .map((parts) =>
    parts
      .map(([word, space, start]) => word + space + (space.includes('\n') ? start : ''))
      .join(''),
  );
const column = fc.constantFrom(1, 4, 10, 20, 40, 78);
const runs = tries(600);

describe('filling keeps what the text says', () => {
  it('renders to the same HTML', () => {
    fc.assert(
      fc.property(text, column, (markdown, limit) => {
        expect(rendered(wrapMarkdown(markdown, limit))).toBe(rendered(markdown));
      }),
      runs,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, column, (markdown, limit) => {
        const once = wrapMarkdown(markdown, limit);
        expect(wrapMarkdown(once, limit)).toBe(once);
      }),
      runs,
    );
  });

  it('keeps all words in their order', () => {
    fc.assert(
      fc.property(text, column, (markdown, limit) => {
        const words = (from: string) => from.replace(/[\s>]+/g, '');
        expect(words(wrapMarkdown(markdown, limit))).toBe(words(markdown));
      }),
      runs,
    );
  });

  it('renders any text at all to the same HTML', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
        column,
        (markdown, limit) => {
          expect(rendered(wrapMarkdown(markdown, limit))).toBe(rendered(markdown));
        },
      ),
      runs,
    );
  });
});
