import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { fragmentOf, treeOf } from '../../support/html-tree.ts';
import { tries } from '../../support/property-tries.ts';
import { renderGfm } from '../../support/render-gfm.ts';

/** Whole pieces of page, made of everything that Markdown can express, come back unchanged. */
const entities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const word = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'B2',
      'é',
      '漢',
      '€',
      '"',
      '(',
      ')',
      '.',
      ',',
      '!',
      '*',
      '_',
      '~',
      '`',
      '[',
      ']',
      '\\',
      '#',
      '-',
      '1.',
      '🎉',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((letters) => letters.join(''));
const words = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((each) => entities(each.join(' ')));

type Inline = { kind: string; html: string };

/** Two adjacent marks of one kind read as one, and code spans would share their backticks. */
function joined(pieces: Inline[]): string {
  let html = '';
  let before = '';
  for (const piece of pieces) {
    if (piece.kind !== 'text' && piece.kind === before) html += ' ';
    html += piece.html;
    before = piece.kind;
  }
  return html;
}

const { inline } = fc.letrec<{ inline: string; piece: Inline; plain: Inline }>((tie) => {
  const marked = (tag: string, without: string[] = []) =>
    tie('inline')
      .filter((html) => without.every((other) => !html.includes(`<${other}`)))
      .map((html) => ({ kind: tag, html: `<${tag}>${html}</${tag}>` }));
  return {
    plain: fc.oneof(
      words.map((html) => ({ kind: 'text', html })),
      words.map((html) => ({ kind: 'text', html: ` ${html} ` })),
    ),
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('plain'),
      words.map((html) => ({ kind: 'code', html: `<code>${html}</code>` })),
      marked('em', ['em']),
      marked('strong', ['strong']),
      marked('del', ['del']),
      tie('inline')
        .filter((html) => !html.includes('<a '))
        .map((html) => ({ kind: 'a', html: `<a href="https://example.org/x_(y)">${html}</a>` })),
      words.map((alt) => ({
        kind: 'img',
        html: `<img src="https://example.org/a.png" alt="${alt}">`,
      })),
    ),
    inline: fc
      .array(tie('piece'), { minLength: 1, maxLength: 4 })
      .map(joined)
      // Spaces at the edges of marks are moved outside them, where they look the same.
      .map((html) => html.trim())
      .filter((html) => html !== ''),
  };
});

const { blocks } = fc.letrec<{ blocks: string; block: string; item: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inline.map((html) => `<p>${html}</p>`),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inline)
      .map(([level, html]) => `<h${level}>${html}</h${level}>`),
    fc.constant('<hr>'),
    fc
      .tuple(fc.constantFrom('', ' class="language-go"'), fc.array(word, { maxLength: 4 }))
      .map(
        ([language, lines]) =>
          `<pre><code${language}>${lines.map((line) => `${entities(line)}\n`).join('')}</code></pre>`,
      ),
    tie('blocks').map((html) => `<blockquote>${html}</blockquote>`),
    fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'ol start="7"'),
        fc.array(tie('item'), { minLength: 2, maxLength: 3 }),
      )
      .map(([tag, items]) => `<${tag}>${items.join('')}</${tag.slice(0, 2)}>`),
    fc
      .tuple(inline, inline, inline, inline)
      .map(
        ([a, b, c, d]) =>
          `<table><thead><tr><th>${a}</th><th>${b}</th></tr></thead><tbody><tr><td>${c}</td><td>${d}</td></tr></tbody></table>`,
      ),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((each) => each.join('')),
  // If one item of a list is loose, all are.
  item: tie('blocks').map((html) => `<li><p>x</p>${html}</li>`),
}));

function comesBack(html: string): void {
  const wanted = fragmentOf(html);
  const markdown = htmlToMarkdown(wanted);
  expect(treeOf(fragmentOf(renderGfm(markdown))), `${html}\n${markdown}`).toBe(treeOf(wanted));
}

test('any inline content comes back as it was', () => {
  fc.assert(
    fc.property(inline, (html) => comesBack(`<p>${html}</p>`)),
    tries(400),
  );
}, 120_000);

test('any blocks come back as they were', () => {
  fc.assert(fc.property(blocks, comesBack), tries(150));
}, 120_000);
