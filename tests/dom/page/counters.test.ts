import { expect, test } from 'vitest';
import { inStyle } from '../../../lib/page/counters.ts';

test.each([
  [3, '', '3'],
  [-2, 'decimal', '-2'],
  [7, 'decimal-leading-zero', '07'],
  [1, 'upper-alpha', 'A'],
  [28, 'lower-latin', 'ab'],
  [52, 'lower-alpha', 'az'],
  [1994, 'upper-roman', 'MCMXCIV'],
  [4, 'lower-roman', 'iv'],
  // This number can't be written in that style.
  [0, 'upper-roman', '0'],
  [1e9, 'lower-roman', '1000000000'],
  [5, 'ethiopic-numeric', '5'],
])('a counter of %d in %s is %s', (value, style, text) => {
  expect(inStyle(value, style)).toBe(text);
});
