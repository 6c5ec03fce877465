import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeAddress, isLinkable } from '../../../lib/markdown/address.ts';
import { escapeText } from '../../../lib/markdown/escape.ts';
import { renderImage, renderLink } from '../../../lib/render/link.ts';
import { tries } from '../../support/property-tries.ts';

/**
 * Returns what a reader of the Markdown sees, using the reference parser: kinds of nodes and their
 * text.
 */
function outline(markdown: string): string {
  const walker = new Parser().parse(markdown).walker();
  let out = '';
  for (let event = walker.next(); event; event = walker.next()) {
    const { type, literal, destination } = event.node;
    if (!event.entering) continue;
    if (type === 'text') out += literal;
    else if (type === 'softbreak') out += ' ';
    else if (type === 'link' || type === 'image') out += `<${type} ${destination}>`;
    else if (type !== 'document' && type !== 'paragraph') out += `<${type}>`;
  }
  return out;
}

const alphabet = [
  ...'abZ09 *_`~[](){}<>!#&;:|\\/+-=."\'^$@\t\né語😀',
  '&amp;',
  '&#35;',
  '<b>',
  '</b>',
  '<!--',
  'https://a.example',
  '[x](y)',
  '![x](y)',
  '1. ',
  '- ',
  '{{<',
  '  ',
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...alphabet), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const runs = tries(1000);
const asOneLine = (text: string) => text.replace(/[\0-\x20\u0085\u2028\u2029]+/g, ' ').trim();

describe('plain text as Markdown', () => {
  it('renders back to itself, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(outline(escapeText(text))).toBe(asOneLine(text));
      }),
      runs,
    );
  });

  it('stays what it is as a link text and a picture’s alternative text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(asOneLine(text) !== '');
        const url = 'https://example.org/';
        expect(outline(`a ${renderLink(text, url)} b`)).toBe(`a <link ${url}>${asOneLine(text)} b`);
        expect(outline(renderImage(text, url))).toBe(`<image ${url}>${asOneLine(text)}`);
      }),
      runs,
    );
  });

  it.each([
    ['2 * 3 < 7 and a & b', '2 * 3 < 7 and a & b'],
    ['snake_case_name', 'snake_case_name'],
    ['_init_', '\\_init\\_'],
    ['[13:45] Start', '[13:45] Start'],
    ['[13:45](x)', '\\[13:45\\](x)'],
    ['a ] b', 'a \\] b'],
    ['Vec<T>', 'Vec\\<T>'],
    ['AT&T; R&amp;D', 'AT\\&T; R\\&amp;D'],
    ['C:\\temp', 'C:\\temp'],
    ['\\*', '\\\\\\*'],
    ['# Title', '\\# Title'],
    ['#12', '#12'],
    ['1. Meetup', '1\\. Meetup'],
    ['- dash', '\\- dash'],
    ['well-known', 'well-known'],
    ['line\none', 'line one'],
    ['Wow!', 'Wow!'],
    ['`code`', '\\`code\\`'],
  ])('%s: no more backslashes than it takes', (text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });
});

describe('addresses', () => {
  it.each([
    ['https://en.wiki.example/Go_(language)', 'https://en.wiki.example/Go_(language)'],
    ['https://a.example/(', 'https://a.example/\\('],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['https://a.example/<x>', 'https://a.example/%3Cx%3E'],
    ['https://a.example/?a=1&copy=2', 'https://a.example/?a=1&copy=2'],
    ['https://a.example/?a=1&copy;=2', 'https://a.example/?a=1\\&copy;=2'],
    ['https://a.example/{{<x', 'https://a.example/%7B%7B%3Cx'],
    [' https://a.example/\nb ', 'https://a.example/b'],
    ['/images/a b.png', '/images/a%20b.png'],
  ])('%s as a destination', (url, destination) => {
    expect(escapeAddress(url)).toBe(destination);
  });

  it('stay one destination, whatever they hold', () => {
    fc.assert(
      fc.property(hostile, (path) => {
        const markdown = renderLink('x', `https://a.example/${path}`);
        expect(outline(`${markdown} b`)).toMatch(/^<link https:\/\/a\.example\/\S*>x b$/);
      }),
      runs,
    );
  });

  it('may have two thousand characters and thousands of parentheses', () => {
    const url = `https://a.example/${'(a'.repeat(1000)}${'b)'.repeat(1000)}`;
    expect(outline(renderLink('x', url))).toBe(`<link ${url}>x`);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    '\u0001JAVASCRIPT:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///home/ada/paper.pdf',
    '',
  ])('%j is no address to link to', (url) => {
    expect(isLinkable(url)).toBe(false);
    expect(renderLink('name', url)).toBe('name');
  });

  it.each([
    'https://a.example',
    'http://a.example',
    'mailto:ada@example.org',
    '/images/x.png',
    '#top',
  ])('%s may be linked to', (url) => {
    expect(isLinkable(url)).toBe(true);
  });
});
