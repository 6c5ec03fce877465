import { describe, expect, it } from 'vitest';
import {
  dateToText,
  startToText,
  textToDate,
  textToStart,
} from '../../../components/wrap-up/date-text.ts';

describe('a date as typed', () => {
  it.each([
    ['2026-03-19 10:30 +01:00', '2026-03-19T10:30:00+01:00'],
    ['  2026-03-19T10:30:15+01:00 ', '2026-03-19T10:30:15+01:00'],
    ['2026-3-9 9:05 +2', '2026-03-09T09:05:00+02:00'],
    ['2026-03-19 10:30 -0330', '2026-03-19T10:30:00-03:30'],
    ['2026-03-19 10:30 −03:30', '2026-03-19T10:30:00-03:30'],
    ['2026-03-19 10:30 Z', '2026-03-19T10:30:00+00:00'],
    ['2026-03-19 10:30 UTC+5:30', '2026-03-19T10:30:00+05:30'],
    ['2024-02-29 00:00 +00:00', '2024-02-29T00:00:00+00:00'],
  ])('understands %s', (text, date) => {
    expect(textToDate(text)).toBe(date);
  });

  it.each([
    '',
    'tomorrow',
    '2026-03-19',
    '2026-03-19 10:30',
    '2026-02-29 10:30 +01:00',
    '2026-13-01 10:30 +01:00',
    '2026-03-19 24:00 +01:00',
    '2026-03-19 10:60 +01:00',
    '2026-03-19 10:30 +15:00',
    '2026-03-19 10:30 +01:60',
  ])('does not guess at %j', (text) => {
    expect(textToDate(text)).toBeUndefined();
  });

  it('is written with a space, and seconds only where there are some', () => {
    expect(dateToText('2026-03-19T10:30:00+01:00')).toBe('2026-03-19 10:30 +01:00');
    expect(dateToText('2026-03-19T10:30:15Z')).toBe('2026-03-19 10:30:15 Z');
  });
});

describe('the start of an event as typed', () => {
  it.each([
    ['', ''],
    ['2026-03-17 19:00', '2026-03-17T19:00'],
    ['2026-3-7 9:00', '2026-03-07T09:00'],
    ['2026-03-17', '2026-03-17'],
  ])('understands %j', (text, startsAt) => {
    expect(textToStart(text)).toBe(startsAt);
  });

  it.each(['19:00', '2026-02-30', '2026-03-17 25:00', '17 March'])(
    'does not guess at %j',
    (text) => {
      expect(textToStart(text)).toBeUndefined();
    },
  );

  it('is written with a space', () => {
    expect(startToText('2026-03-17T19:00')).toBe('2026-03-17 19:00');
  });
});
