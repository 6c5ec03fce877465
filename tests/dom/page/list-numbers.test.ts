import { describe, expect, test } from 'vitest';
import { readSelection } from '../../../lib/page/capture-selection.ts';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';
import { selectMarked, showPage } from './support.ts';

describe('a list has the numbers that the reader saw', () => {
  test.each([
    ['from zero', '<ol start="0"><li>a</li><li>b</li></ol>', '0. a\n1. b'],
    ['by its first item', '<ol><li value="4">a</li><li>b</li></ol>', '4. a\n5. b'],
    [
      'counting down',
      '<ol reversed><li>three</li><li>two<ul><li>and a half</li></ul></li><li>one</li></ol>',
      '3\\. three\n\n2\\. two\n\n* and a half\n\n1\\. one',
    ],
    [
      'counting down from ten',
      '<ol reversed start="10"><li>a</li><li>b</li></ol>',
      '10\\. a\n\n9\\. b',
    ],
    [
      'below zero',
      '<ol start="-1"><li>a</li><li>b</li><li>c</li></ol>',
      '-1. a\n\n0\\. b\n\n1\\. c',
    ],
    [
      'with gaps, as a list for each stretch',
      '<ol><li>a</li><li>b</li><li value="7">c</li><li>d</li><li value="20">e</li></ol>',
      '1. a\n2. b\n\n7) c\n8) d\n\n20. e',
    ],
    ['one number twice', '<ol><li value="2">a</li><li value="2">b</li></ol>', '2\\. a\n\n2\\. b'],
    [
      'of items without words',
      '<ol reversed><li><hr></li><li>a</li></ol>',
      '2\\.\n\n---\n\n1\\. a',
    ],
    ['too large for Markdown', '<ol start="1234567890"><li>a</li></ol>', '1234567890. a'],
  ])('%s', (_, html, expected) => {
    expect(htmlToMarkdown(fragmentOf(html))).toBe(expected);
    expect(htmlToMarkdown(sanitise(fragmentOf(html)))).toBe(expected);
  });

  test.each([
    [
      'begins in it',
      '<ol reversed><li>three</li><li>[[two</li><li>one]]</li></ol>',
      '2\\. two\n\n1\\. one',
    ],
    [
      'ends in it',
      '<p>[[Top:</p><ol reversed><li>three</li><li>two]]</li><li>one</li></ol>',
      'Top:\n\n3\\. three\n\n2\\. two',
    ],
  ])('where the selection %s', (_, body, expected) => {
    const doc = showPage(body);
    selectMarked();
    const read = readSelection(doc);
    expect(read.outcome === 'selected' && read.selection.markdown).toBe(expected);
  });
});
