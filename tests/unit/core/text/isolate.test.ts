import { expect, it } from 'vitest';
import { isolateIn } from '../../../../lib/core/text/isolate.ts';

it.each([
  ['ltr', 'Kontor 7', 'Kontor 7'],
  ['ltr', '“12”…', '“12”…'],
  ['ltr', 'קונטור 7', '\u2068קונטור 7\u2069'],
  ['ltr', 'Rust ومكتبة', '\u2068Rust ومكتبة\u2069'],
  ['rtl', 'קונטור 7', 'קונטור 7'],
  ['rtl', '19:30', '19:30'],
  ['rtl', 'Kontor 7', '\u2068Kontor 7\u2069'],
  ['rtl', 'Контора', '\u2068Контора\u2069'],
])('in a sentence written %s, %j becomes %j', (direction, text, isolated) => {
  expect(isolateIn(direction, text)).toBe(isolated);
});
