import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';

/** What Markdown has no words for and HTML's raw tags would not say better. */
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
  ['the direction of words', '<bdo dir="rtl">abc</bdo> <bdi>d</bdi>', 'abc d'],
])('%s', (_name, html, markdown) => {
  expect(htmlToMarkdown(fragmentOf(html))).toBe(markdown);
  const stored = sanitise(fragmentOf(html), { baseUrl: 'https://sea.example/' });
  expect(htmlToMarkdown(stored)).toBe(markdown.replace('(/a)', '(https://sea.example/a)'));
});
