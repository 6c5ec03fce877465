import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';

/** What Markdown can't express and raw HTML tags would not express better. */
test.each([
  ['how characters are read', '<ruby>風<rp>(</rp><rt>かぜ</rt><rp>)</rp></ruby>が', '風(かぜ)が'],
  ['without brackets of its own', '<ruby>風<rt>かぜ</rt></ruby>', '風(かぜ)'],
  ['quoted words', 'She said <q>ahoy</q>.', 'She said “ahoy”.'],
  [
    'code that holds links, over two lines',
    '<code>f(<a href="/a">A</a>,\n B)</code>',
    '`f(`[`A`](/a)`, B)`',
  ],
  ['labels of tabs', '<label>Linux</label><label>Mac</label>', 'Linux Mac'],
  ['an empty line between breaks', 'one<br>&nbsp;<br>two<br>three', 'one\n\ntwo\\\nthree'],
  [
    'a summary that is a heading',
    '<details open><summary><span><h3>Why?</h3></span></summary>So.</details>',
    '### Why?\n\nSo.',
  ],
  ['a summary that is bold', '<details><summary> <b>Why?</b></summary></details>', '**Why?**'],
  ['a summary in which one word is', '<summary>Why <b>me</b>?</summary>', '**Why me?**'],
  [
    'an equation that a table puts beside its number',
    '<table><tr><td></td><td><math display="block" alttext="x=y"></math></td><td>(2)</td></tr></table>',
    '$$x=y$$\n\n(2)',
  ],
  ['the direction of words', '<bdo dir="rtl">abc</bdo> <bdi>d</bdi>', 'abc d'],
])('%s', (_name, html, markdown) => {
  expect(htmlToMarkdown(fragmentOf(html))).toBe(markdown);
  const stored = sanitise(fragmentOf(html), { baseUrl: 'https://sea.example/' });
  expect(htmlToMarkdown(stored)).toBe(markdown.replace('(/a)', '(https://sea.example/a)'));
});

test('a picture that is decoration is left out, one that only lacks a name is not', () => {
  const html =
    '<p>See <a href="https://x.example/docs">the docs<img src="https://x.example/ext.svg" alt="" role="presentation"></a>, <img src="https://x.example/dot.png" alt="" width="12" height="12">now.</p><p><img src="https://x.example/plot.png" alt=""></p>';
  expect(htmlToMarkdown(fragmentOf(html))).toBe(
    'See [the docs](https://x.example/docs), now.\n\n![](https://x.example/plot.png)',
  );
});

test('a large picture is there to be looked at, whatever its page calls it, and a line of no height is not', () => {
  const html =
    '<p><img src="https://x.example/tide.png" alt="" role="presentation" width="700" height="466"></p><p>Ebb<img src="https://x.example/s.gif" width="40" height="1"> and flow.</p>';
  expect(htmlToMarkdown(fragmentOf(html))).toBe('![](https://x.example/tide.png)\n\nEbb and flow.');
});
