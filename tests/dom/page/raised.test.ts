import { describe, expect, test } from 'vitest';
import { htmlToMarkdownForms } from '../../../lib/page/html-to-markdown.ts';
import { fragmentOf } from '../../support/html-tree.ts';
import { renderGfm } from '../../support/render-gfm.ts';

const forms = (html: string) => htmlToMarkdownForms(fragmentOf(html));

/** Returns what Hugo shows by default: no HTML, and one kind of `²` is as good as another. */
const shown = (markdown: string) => renderGfm(markdown).replace(/^<p>|<\/p>\n?$/g, '');

describe('text above or below the line, if HTML is left out', () => {
  test.each([
    ['a power', '5 m<sup>2</sup>, 10<sup>−3</sup> and x<sup>n+1</sup>', '5 m², 10⁻³ and xⁿ⁺¹'],
    ['a formula of chemistry', 'CO<sub>2</sub>, SO<sub>4</sub><sup>2-</sup>', 'CO₂, SO₄²⁻'],
    ['letters', 'e<sup>x</sup>, V<sub>max</sub>, a<sub>ij</sub>', 'e^x, V_max, a_ij'],
    ['more than a word', 'e<sup>−kt</sup>, x<sub>i, j</sub>', 'e^(−kt), x\\_(i, j)'],
    ['slanted letters', 'x<sup><i>n</i></sup>, <i>v</i><sub><i>k</i></sub>', 'xⁿ, *v*\\_(*k*)'],
    ['beside bold words', '<b>area</b><sup>2</sup><b>s</b>', '**area**²**s**'],
    [
      'ordinals and signs',
      'the 1<sup>st</sup> n<sup>o</sup> of Tide<sup>TM</sup>',
      'the 1st no of TideTM',
    ],
    ['a note', 'seen<sup>[a]</sup> and<sup>*</sup>', 'seen[a] and*'],
    ['the end of a note, in which a selection begins', '<sup>]</sup> of it', '] of it'],
    [
      'a note that is a link',
      'seen<sup><a href="#n1">1</a></sup> and<sup><a href="#n2">[2]</a></sup>',
      'seen[¹](#n1) and[[2]](#n2)',
    ],
    ['in marks', '<u>x<sup>2</sup>3</u> <mark>seen</mark> <ins>new</ins>', 'x²3 seen new'],
    ['keys', '<kbd>Ctrl</kbd>+<kbd>C</kbd>, <kbd>`</kbd>', '`Ctrl`+`C`, `` ` ``'],
    ['keys in keys', '<kbd><kbd>Alt</kbd><kbd>F4</kbd></kbd>', '`Alt` `F4`'],
    ['in brackets', '[<sup>x</sup>]', '[\\^x]'],
  ])('%s', (_, html, markdown) => {
    expect(forms(html).markdown).toBe(markdown);
    expect(shown(markdown)).not.toContain('&lt;');
  });

  test('stays HTML in the other form, for sites that let it through', () => {
    const html = 'x<sup>2</sup>, <kbd>Ctrl</kbd>, <mark>seen</mark>, H<sub>2</sub>O';
    expect(forms(html).withHtml).toBe(html);
    expect(forms('<table><tr><th>a<tr><td>x<sup>2</sup></table>')).toEqual({
      markdown: '| a |\n| --- |\n| x² |',
      withHtml: '| a |\n| --- |\n| x<sup>2</sup> |',
    });
  });

  test('a text without any has one form', () => {
    expect(forms('<p>low <b>tide</b></p>').withHtml).toBeUndefined();
  });
});
