import { describe, expect, it } from 'vitest';
import { captureSelection } from '../../../lib/page/capture-selection.ts';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { fragmentOf } from '../../support/html-tree.ts';
import { selectMarked, showPage } from './support.ts';

const inline =
  '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><msub><mi>t</mi><mn>0</mn></msub></mrow>' +
  '<annotation encoding="application/x-tex">t_0 + 2|t|</annotation></semantics></math></span>' +
  '<span class="katex-html" aria-hidden="true">t0+2∣t∣</span></span>';
const display = `<p><math display="block" alttext="a \\le b"><mi>a</mi><mo>≤</mo><mi>b</mi></math></p>`;

describe('a formula, by the setting', () => {
  const markdown = (html: string, maths?: 'dollars' | 'code' | 'text') =>
    htmlToMarkdown(fragmentOf(html), maths ? { maths } : {});

  it('is between dollars if nothing else is set', () => {
    expect(markdown(`<p>at ${inline} it ends</p>`)).toBe('at $t_0 + 2|t|$ it ends');
    expect(markdown(display)).toBe('$$a \\le b$$');
  });

  it('is code, its TeX to the letter', () => {
    expect(markdown(`<p>at ${inline} it ends</p>`, 'code')).toBe('at `t_0 + 2|t|` it ends');
    expect(markdown(display, 'code')).toBe('`a \\le b`');
  });

  it('is code in a cell of a table, its bars escaped', () => {
    const table = `<table><tr><th>t</th></tr><tr><td>${inline}</td></tr></table>`;
    expect(markdown(table, 'code')).toBe('| t |\n| --- |\n| `t_0 + 2\\|t\\|` |');
  });

  it('is what the page shows', () => {
    expect(markdown(display, 'text')).toBe('a≤b');
  });

  it('is written so in a clip', () => {
    const page = showPage(`<p>[[at ${inline} it ends]]</p>`);
    selectMarked();
    const markdown = (formulas?: 'code') =>
      captureSelection(page, { top: true }, [], { formulas }).selection?.markdown;
    expect(markdown('code')).toBe('at `t_0 + 2|t|` it ends');
    expect(markdown()).toBe('at $t_0 + 2|t|$ it ends');
  });
});
