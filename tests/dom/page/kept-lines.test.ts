import { expect, test } from 'vitest';
import { keptLines, type LinePiece } from '../../../lib/page/kept-lines.ts';

const written = (piece: LinePiece): string => {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'break':
      return '/';
    case 'code':
      return `<${piece.text}>`;
    case 'list':
      return `${piece.first ?? '*'}[${piece.items.join(',')}]`;
  }
};
const lines = (text: string, context = {}): string =>
  keptLines(text, { isFirst: true, isLast: true, keepsSpaces: true, ...context })
    .map(written)
    .join('');

test.each([
  ['a line end', 'a\nb', 'a/b'],
  ['an empty line', 'a\n\nb', 'a//b'],
  ['line ends at the edges', '\na\n', '/a/'],
  ['line ends of Windows', 'a\r\nb', 'a/b'],
  ['a numbered list in a paragraph of its own', 'a:\n\n1. b\n2. c\n\nd', 'a://1[b,c]//d'],
  ['one that begins elsewhere', '7) b\n8) c', '7[b,c]'],
  ['numbers that do not count', '1. b\n1. c', '1. b/1. c'],
  ['dashes below a line of words', 'a:\n- b\n- c', 'a:/- b/- c'],
  ['dashes alone', '- b\n- c', '*[b,c]'],
  ['one line with a dash', '- b', '- b'],
  ['indented code', 'a\n\n    b:\n      c\n\n    d\n\ne', 'a//<b:\n  c\n\nd>//e'],
  ['code by tabs', '\tb', '<b>'],
])('%s', (_name, text, wanted) => {
  expect(lines(text)).toBe(wanted);
});

test('a list that continues before or after a text is no separate list', () => {
  expect(lines('1. a\n2. b', { isFirst: false })).toBe('1. a/2. b');
  expect(lines('\n1. a\n2. b', { isFirst: false })).toBe('/1. a/2. b');
  expect(lines('\n\n1. a\n2. b', { isFirst: false })).toBe('//1[a,b]');
  expect(lines('1. a\n2. b', { isLast: false })).toBe('1. a/2. b');
});

test('where spaces at the start of lines do not show, nothing is code', () => {
  expect(lines('    a', { keepsSpaces: false })).toBe('    a');
});
