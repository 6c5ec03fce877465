import { describe, expect, test } from 'vitest';
import { summaryLine } from '../../../../lib/core/text/summary.ts';

describe('what a thing is, in one line', () => {
  test.each([
    ['', ''],
    ['a time-series store', 'a time-series store'],
    ['  A time-series\n store.  ', 'A time-series store'],
    ['A store. Fast, too.', 'A store. Fast, too.'],
    ['Tools for tides, e.g. gauges.', 'Tools for tides, e.g. gauges'],
    ['Rings, tides, etc.', 'Rings, tides, etc.'],
    ['Wait for it...', 'Wait for it...'],
    ['Really?', 'Really?'],
    ['Works with v1. and up', 'Works with v1. and up'],
    ['時系列のストア。', '時系列のストア。'],
  ])('%j → %j', (description, line) => {
    expect(summaryLine(description)).toBe(line);
  });

  test('a long one is cut after a sentence', () => {
    const long = `A time-series store. ${'It keeps every sample there is. '.repeat(20)}`;
    const line = summaryLine(long);
    expect(line.length).toBeLessThanOrEqual(200);
    expect(line).toMatch(/^A time-series store\. It keeps .* there is\.$/);
  });

  test('one long sentence is cut after a word, and shows it', () => {
    const line = summaryLine(`A store, ${'and another, '.repeat(50)}`);
    expect(line.length).toBeLessThanOrEqual(200);
    expect(line).toMatch(/ (?:and|another)…$/);
  });
});
