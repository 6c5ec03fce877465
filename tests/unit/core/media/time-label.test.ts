import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  durationLabel,
  parseTimeLabel,
  parseTimeParam,
  timeLabel,
} from '../../../../lib/core/media/time-label.ts';

describe('a time is labelled as people write it', () => {
  test.each([
    [0, '0:00'],
    [7, '0:07'],
    [60, '1:00'],
    [2756, '45:56'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [3723, '1:02:03'],
    [36_000, '10:00:00'],
    [2756.9, '45:56'],
    [-5, '0:00'],
    [Number.NaN, '0:00'],
    [Number.POSITIVE_INFINITY, '0:00'],
  ])('%d: %s', (seconds, label) => {
    expect(timeLabel(seconds)).toBe(label);
  });
});

describe('a label is read back', () => {
  test.each([
    ['45:56', 2756],
    [' 1:02:03 ', 3723],
    ['90:15', 5415],
    ['0:07', 7],
    ['45:60', undefined],
    ['1:60:00', undefined],
    ['1:2', undefined],
    ['45', undefined],
    ['1:02:03:04', undefined],
    ['-1:00', undefined],
    ['', undefined],
    ['９:００', undefined],
  ])('%j: %s', (label, seconds) => {
    expect(parseTimeLabel(label)).toBe(seconds);
  });

  test('every label gives its seconds again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 * 3600 }), (seconds) => {
        expect(parseTimeLabel(timeLabel(seconds))).toBe(seconds);
        expect(parseTimeParam(durationLabel(seconds))).toBe(seconds);
      }),
    );
  });
});

describe('a time parameter is read in all its forms', () => {
  test.each([
    ['2756', 2756],
    ['2756s', 2756],
    ['45m56s', 2756],
    ['1h2m3s', 3723],
    ['1H2M', 3720],
    ['2h', 7200],
    ['12.5', 12.5],
    ['npt:12.5', 12.5],
    ['1:02:03.5', 3723.5],
    ['45:56', 2756],
    ['0', 0],
    ['', undefined],
    ['npt:', undefined],
    ['s', undefined],
    ['-5', undefined],
    ['1e5', undefined],
    ['smpte:00:00:10:05', undefined],
    ['99999999999999999999', undefined],
    ['9999999', undefined],
    ['12.5.5', undefined],
    ['NaN', undefined],
  ])('%j: %s', (text, seconds) => {
    expect(parseTimeParam(text)).toBe(seconds);
  });

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seconds = parseTimeParam(text);
        expect(seconds === undefined || seconds >= 0).toBe(true);
      }),
    );
  });
});
