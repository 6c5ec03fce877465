import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { fragmentOf } from '../../support/html-tree.ts';

/** MathML as MathJax 3 generates it from TeX, and equivalent TeX. */
test.each([
  ['x_i^2', '<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>', 'x_{i}^{2}'],
  ['\\frac12', '<mfrac><mn>1</mn><mn>2</mn></mfrac>', '\\frac{1}{2}'],
  [
    '\\sqrt[3]{x+1}',
    '<mroot><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>3</mn></mroot>',
    '\\sqrt[3]{x + 1}',
  ],
  ['\\sin x', '<mi>sin</mi><mo>⁡</mo><mi>x</mi>', '\\sin x'],
  ['\\operatorname{rank} A', '<mi>rank</mi><mo>⁡</mo><mi>A</mi>', '\\operatorname{rank} A'],
  ['\\vec v', '<mover><mi>v</mi><mo>→</mo></mover>', '\\vec{v}'],
  ['\\bar v', '<mover><mi>v</mi><mo>¯</mo></mover>', '\\bar{v}'],
  ['\\sum_k', '<munder><mo>∑</mo><mi>k</mi></munder>', '∑_{k}'],
  ['\\max_k', '<munder><mo>max</mo><mi>k</mi></munder>', '\\max_{k}'],
  [
    'A \\overset{!}{=} B',
    '<mi>A</mi><mover><mo>=</mo><mo>!</mo></mover><mi>B</mi>',
    'A \\overset{!}{=} B',
  ],
  ['\\mathbb R', '<mi mathvariant="double-struck">R</mi>', '\\mathbb{R}'],
  ['\\text{if } x', '<mtext>if </mtext><mi>x</mi>', '\\text{if} x'],
  ['50\\%', '<mn>50</mn><mi mathvariant="normal">%</mi>', '50 \\%'],
  [
    'an annotation that is no TeX',
    '<semantics><mi>x</mi><annotation encoding="text/plain">ex</annotation></semantics>',
    'x',
  ],
])('%s', (_tex, mathml, tex) => {
  // Text that has a meaning in Markdown is escaped, which includes TeX in dollars.
  const markdown = htmlToMarkdown(fragmentOf(`<p><math>${mathml}</math></p>`));
  expect(markdown.replace(/\\(?=[\\_%])/g, '')).toBe(`$${tex.replace(/\\(?=[\\_%])/g, '')}$`);
});

test('nesting has an end', () => {
  const deep = `${'<mrow>'.repeat(300)}<mi>x</mi>${'</mrow>'.repeat(300)}`;
  expect(htmlToMarkdown(fragmentOf(`<math>${deep}</math>`))).toBe('$x$');
});

const glyphs = (hex: string) =>
  hex
    .split(' ')
    .map((each) => `<mjx-mi><mjx-c class="mjx-c${each} TEX-I"></mjx-c></mjx-mi>`)
    .join('');

/**
 * What MathJax 3 leaves without its assistive MathML: elements with a class for each glyph, or
 * paths.
 */
test.each([
  ['E=m', glyphs('1D438 3D 1D45A')],
  ['m^{2}', `<mjx-msup>${glyphs('1D45A')}<mjx-script>${glyphs('32')}</mjx-script></mjx-msup>`],
  [
    'x_{i}^{2}',
    `<mjx-msubsup>${glyphs('1D465')}<mjx-script>${glyphs('32')}<mjx-spacer></mjx-spacer>${glyphs('1D456')}</mjx-script></mjx-msubsup>`,
  ],
  [
    '\\frac{1}{2}',
    `<mjx-mfrac><mjx-frac><mjx-num><mjx-nstrut></mjx-nstrut>${glyphs('31')}</mjx-num><mjx-dbox><mjx-dtable><mjx-line></mjx-line><mjx-row><mjx-den><mjx-dstrut></mjx-dstrut>${glyphs('32')}</mjx-den></mjx-row></mjx-dtable></mjx-dbox></mjx-frac></mjx-mfrac>`,
  ],
  [
    '\\sqrt{x+1}',
    `<mjx-msqrt><mjx-sqrt><mjx-surd>${glyphs('221A')}</mjx-surd><mjx-box>${glyphs('1D465 2B 31')}</mjx-box></mjx-sqrt></mjx-msqrt>`,
  ],
])('drawn by classes: %s', (tex, drawn) => {
  const html = `<p><mjx-container jax="CHTML"><mjx-math>${drawn}</mjx-math></mjx-container></p>`;
  const markdown = htmlToMarkdown(fragmentOf(html));
  expect(markdown.replace(/\\(?=[\\_])/g, '')).toBe(`$${tex}$`);
});

test('drawn by paths', () => {
  const html =
    '<mjx-container jax="SVG"><svg><g data-mml-node="math"><g data-mml-node="msup"><g data-mml-node="mi"><path data-c="1D450"></path></g><g data-mml-node="mn"><path data-c="32"></path></g></g></g></svg></mjx-container>';
  expect(htmlToMarkdown(fragmentOf(html))).toBe('$c^{2}$');
});
