import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { fragmentOf, treeOf } from '../../support/html-tree.ts';
import { tries } from '../../support/property-tries.ts';
import { renderCommonMark } from '../../support/render-commonmark.ts';
import { renderGfm } from '../../support/render-gfm.ts';

const bare = (words: string): string => words.replace(/^ +| +$/g, '');

const build = (tag: string, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};
const inFragment = (...children: Node[]): DocumentFragment => {
  const fragment = document.createDocumentFragment();
  fragment.append(...children);
  return fragment;
};

/** Checks that the piece of page comes back from Markdown unchanged. */
function comesBack(fragment: DocumentFragment, render: (markdown: string) => string): void {
  const markdown = htmlToMarkdown(fragment);
  expect(treeOf(fragmentOf(render(markdown))), markdown).toBe(treeOf(fragment));
}

const runs = tries(300);

const places: Record<string, (words: string) => DocumentFragment> = {
  'a paragraph': (words) => inFragment(build('p', words)),
  'a quote': (words) => inFragment(build('blockquote', build('p', words))),
  'a heading': (words) => inFragment(build('h2', words.trim())),
  'a list item': (words) => inFragment(build('ul', build('li', words), build('li', 'x'))),
  'bold words': (words) => inFragment(build('p', 'a ', build('strong', bare(words)), ' b')),
  'words in italics inside a word': (words) =>
    inFragment(build('p', 'a', build('em', bare(words)), 'b')),
  'a line after a break': (words) => inFragment(build('p', 'x', build('br'), words)),
  'a link text': (words) => {
    const link = build('a', bare(words));
    link.setAttribute('href', 'https://example.org/');
    return inFragment(build('p', 'see! ', link, '(x) '));
  },
  'inline code': (words) => inFragment(build('p', 'a ', build('code', words), ' b')),
};

describe.each([
  ['CommonMark', renderCommonMark],
  ['GFM', renderGfm],
] as const)('any text comes back as it was, by %s', (_name, render) => {
  test.each(Object.entries(places))(
    'as %s',
    (_place, place) => {
      fc.assert(
        fc.property(hostileText, (words) => comesBack(place(words), render)),
        runs,
      );
    },
    120_000,
  );
});

test('any text comes back as it was, as a table cell', () => {
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (a, b, c) => {
      const table = build(
        'table',
        build('thead', build('tr', build('th', a), build('th', 'h'))),
        build('tbody', build('tr', build('td', build('code', bare(b))), build('td', c))),
      );
      comesBack(inFragment(table), renderGfm);
    }),
    runs,
  );
});

test('any text comes back as it was, as an address, a title or an alternative text', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (title, alt) => {
      const link = build('a', 'x');
      link.setAttribute('href', `https://example.org/${encodeURI(title.replace(/[{}|]/g, ''))}`);
      link.setAttribute('title', title);
      const image = build('img');
      image.setAttribute('src', 'https://example.org/a.png');
      image.setAttribute('alt', alt.trim().replace(/ +/g, ' '));
      comesBack(inFragment(build('p', link, ' ', image)), renderCommonMark);
    }),
    runs,
  );
});

/** Ordinary writing stays readable. */
test.each([
  'On [13:45] she said [sic] so',
  'snake_case and __init__ of 2 * 3 = 6',
  'a-b, 1.5, C# and F#; 50 % off (or more)',
  'Is it 3 < 4 && 5 > 4? Yes! {it} is',
  'A lone * star, a lone _ line, a lone ~5 and a lone ` tick',
  'R&D, AT&T and Q&A: a | b \u2013 $5',
  'C:\\Users and 2025-10-28',
])('"%s" gets no backslash', (words) => {
  const expected = words.replace('__init__', '\\_\\_init\\_\\_');
  expect(htmlToMarkdown(inFragment(build('p', words)))).toBe(expected);
});

test('balanced brackets and parentheses of a link stay readable', () => {
  const link = build('a', '[13:45] in (b)');
  link.setAttribute('href', 'https://en.example/wiki/A_(b)');
  expect(htmlToMarkdown(inFragment(build('p', link)))).toBe(
    '[[13:45] in (b)](https://en.example/wiki/A_(b))',
  );
});
