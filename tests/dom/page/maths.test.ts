import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { fragmentOf } from '../../support/html-tree.ts';

/** MathML as MathJax 3 makes it of TeX, and TeX that says the same. */
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
  // Escaped where text would mean something to Markdown, which TeX in dollars is.
  const markdown = htmlToMarkdown(fragmentOf(`<p><math>${mathml}</math></p>`));
  expect(markdown.replace(/\\(?=[\\_%])/g, '')).toBe(`$${tex.replace(/\\(?=[\\_%])/g, '')}$`);
});

test('nesting has an end', () => {
  const deep = `${'<mrow>'.repeat(300)}<mi>x</mi>${'</mrow>'.repeat(300)}`;
  expect(htmlToMarkdown(fragmentOf(`<math>${deep}</math>`))).toBe('$x$');
});
