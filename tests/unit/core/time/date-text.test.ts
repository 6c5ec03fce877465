import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  dateToText,
  startToText,
  textToDate,
  textToStart,
} from '../../../../lib/core/time/date-text.ts';

const reader = { near: '2026-03-10', dayFirst: true };
const stored = '2026-03-10T09:00:00+01:00';
const dateOf = (text: string, zone = 'Europe/Berlin') => textToDate(text, stored, zone, reader);

describe('a date as typed', () => {
  it.each([
    ['2026-03-19 10:30 +01:00', '2026-03-19T10:30:00+01:00'],
    ['  2026-03-19T10:30:15+01:00 ', '2026-03-19T10:30:15+01:00'],
    ['2026-3-9 9:05 +2', '2026-03-09T09:05:00+02:00'],
    ['2026-03-19 10:30 -0330', '2026-03-19T10:30:00-03:30'],
    ['2026-03-19 10:30 Z', '2026-03-19T10:30:00+00:00'],
    ['2026-03-19 10:30 UTC+5:30', '2026-03-19T10:30:00+05:30'],
    ['2024-02-29 00:00 +00:00', '2024-02-29T00:00:00+00:00'],
    ['2026-03-19 10:30 Europe/London', '2026-03-19T10:30:00+00:00'],
    // What the text leaves out: the zone's offset on that day, the stored time.
    ['19.3.2026 10:30', '2026-03-19T10:30:00+01:00'],
    ['19.7.2026 10:30', '2026-07-19T10:30:00+02:00'],
    ['19 July', '2026-07-19T09:00:00+02:00'],
  ])('understands %s', (text, date) => {
    expect(dateOf(text)).toEqual({ date });
  });

  it('keeps its offset where nobody knows the zone', () => {
    expect(dateOf('19.7.2026 10:30', 'Nowhere/Else')).toEqual({
      date: '2026-07-19T10:30:00+01:00',
    });
  });

  it.each([
    ['', 'unreadable'],
    ['tomorrow', 'unreadable'],
    ['2026-02-29 10:30 +01:00', 'impossible'],
    ['2026-03-19 24:00 +01:00', 'impossible'],
    ['2026-03-19 10:30 Nowhere/Else', 'impossible'],
  ])('does not guess at %j', (text, problem) => {
    expect(dateOf(text)).toEqual({ problem });
  });

  it('is written with a space, and seconds only where there are some', () => {
    expect(dateToText('2026-03-19T10:30:00+01:00')).toBe('2026-03-19 10:30 +01:00');
    expect(dateToText('2026-03-19T10:30:15Z')).toBe('2026-03-19 10:30:15 Z');
  });

  test('is what it was when it is read back as it is written', () => {
    const minutes = fc.integer({ min: -12 * 60, max: 14 * 60 });
    const two = (value: number) => String(value).padStart(2, '0');
    const instant = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, minutes, (at, offset) => {
        const [hours, rest] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const sign = offset < 0 ? '-' : '+';
        const date = `${at.toISOString().slice(0, 19)}${sign}${two(hours)}:${two(rest)}`;
        expect(dateOf(dateToText(date))).toEqual({ date });
        const startsAt = at.toISOString().slice(0, 16);
        expect(textToStart(startToText(startsAt), [], reader)).toEqual({ startsAt });
      }),
    );
  });
});

describe('the start of an event as typed', () => {
  const startOf = (text: string, ...zones: string[]) => textToStart(text, zones, reader);

  it.each([
    ['', ''],
    ['2026-03-17 19:00', '2026-03-17T19:00'],
    ['2026-3-7 9:00', '2026-03-07T09:00'],
    ['2026-03-17', '2026-03-17'],
    ['17 March', '2026-03-17'],
    ['17. März, 19 Uhr', '2026-03-17T19:00'],
  ])('understands %j', (text, startsAt) => {
    expect(startOf(text, 'Europe/Berlin')).toEqual({ startsAt });
  });

  it('takes a zone that it says, by the name that the wrap-up or the browser has for it', () => {
    const startsAt = '2026-03-17T19:00';
    expect(startOf('17 March 19:00 CET', '', 'Europe/Berlin')).toEqual({
      startsAt,
      timeZone: 'Europe/Berlin',
    });
    expect(startOf('17 March 19:00 CET', 'Asia/Tokyo')).toEqual({ startsAt, timeZone: '+01:00' });
    expect(startOf('17 March 19:00 Asia/Tokyo')).toEqual({ startsAt, timeZone: 'Asia/Tokyo' });
  });

  it.each([
    ['19:00', 'unreadable'],
    ['2026-02-30', 'impossible'],
    ['2026-03-17 25:00', 'impossible'],
    ['17 March 19:00 Nowhere/Else', 'impossible'],
  ])('does not guess at %j', (text, problem) => {
    expect(startOf(text)).toEqual({ problem });
  });

  it('is written with a space', () => {
    expect(startToText('2026-03-17T19:00')).toBe('2026-03-17 19:00');
  });
});
