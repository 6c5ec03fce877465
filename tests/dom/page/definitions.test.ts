import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { fragmentOf } from '../../support/html-tree.ts';

test.each([
  ['a term and what it means', '<dl><dt>reef</dt><dd>rock</dd></dl>', 'reef\n\n: rock'],
  [
    'a term with two meanings',
    '<dl><dt>reef</dt><dd>rock</dd><dd>sail</dd></dl>',
    'reef\n\n: rock\n\n: sail',
  ],
  ['a selection that begins in the meaning', '<dl><dd>rock</dd><dt>b</dt></dl>', 'rock\n\nb'],
  [
    'a list in the meaning, without its term',
    '<dl><dd><ul><li>one</li><li>two</li></ul></dd></dl>',
    '* one\n* two',
  ],
  [
    'an indented formula is no meaning of the paragraph above it',
    '<p>It holds</p><dl><dd>x = 1</dd><dd>y = 2</dd></dl>',
    'It holds\n\nx = 1\n\ny = 2',
  ],
  [
    'pairs in wrappers',
    '<dl><div><dt>a</dt><dd>1</dd></div><div><dt>b</dt><dd>2</dd></div></dl>',
    'a\n\n: 1\n\nb\n\n: 2',
  ],
  [
    'code behind a colon would be none to renderers of GFM',
    '<dl><dt>run</dt><dd><pre>a\nb</pre></dd></dl>',
    'run\n\n```\na\nb\n```',
  ],
  [
    'a short meaning within a meaning',
    '<dl><dt>a</dt><dd><p>1</p><dl><dt>b</dt><dd>2</dd></dl></dd></dl>',
    'a\n\n: 1\n\n  b\n\n  : 2',
  ],
  [
    'of a long one, indented twice, renderers of GFM would make code',
    '<dl><dt>a</dt><dd><p>1</p><dl><dt>b</dt><dd><p>2</p><p>3</p></dd></dl></dd></dl>',
    'a\n\n: 1\n\n  b\n\n  2\n\n  3',
  ],
  ['an empty term defines nothing', '<p>x</p><dl><dt></dt><dd>1</dd></dl>', 'x\n\n1'],
])('%s', (_name, html, markdown) => {
  expect(htmlToMarkdown(fragmentOf(html))).toBe(markdown);
});
