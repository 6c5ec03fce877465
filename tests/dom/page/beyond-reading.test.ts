import { afterEach, describe, expect, test } from 'vitest';
import { isBeyondReading } from '../../../lib/page/beyond-reading.ts';
import type { Span } from '../../../lib/page/span.ts';

afterEach(() => document.body.replaceChildren());

const words = (at: number): Node => document.querySelectorAll('b')[at]?.firstChild as Node;
const between = (from: number, to: number): Span[] => [
  { start: { node: words(from), offset: 0 }, end: { node: words(to), offset: 4 } },
];

describe('what is far too much to read', () => {
  test('all of many elements is; a part of them is not', () => {
    document.body.innerHTML = '<p><b>tide</b></p>'.repeat(500);
    expect(isBeyondReading(between(0, 499), 900)).toBe(true);
    expect(isBeyondReading(between(0, 300), 900)).toBe(false);
    expect(isBeyondReading(between(0, 499), 1_000)).toBe(false);
    expect(isBeyondReading(between(0, 499))).toBe(false);
  });

  test('an empty selection is not, and a selection across two trees is not', () => {
    document.body.innerHTML = '<b>tide</b><div></div>';
    const host = document.querySelector('div') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<i>tide</i>';
    const inner = host.shadowRoot?.querySelector('i')?.firstChild as Node;
    const span = { start: { node: words(0), offset: 0 }, end: { node: inner, offset: 4 } };
    expect(isBeyondReading([], 0)).toBe(false);
    expect(isBeyondReading([span], 0)).toBe(false);
  });

  test('elements without any letters', () => {
    document.body.innerHTML = '<hr>'.repeat(20);
    const span = {
      start: { node: document.body, offset: 0 },
      end: { node: document.body, offset: 20 },
    };
    expect(isBeyondReading([span], 10)).toBe(false);
  });
});
