import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { venueStart } from '../../../../lib/core/time/venue-start.ts';
import { anyText } from '../../../support/any-text.ts';

describe('a start is the clock at the venue', () => {
  test.each([
    // Without a named zone, the offset is used.
    ['2026-03-17T19:00:00+01:00', '', '2026-03-17T19:00', '+01:00'],
    ['2026-03-17T19:00+0530', '', '2026-03-17T19:00', '+05:30'],
    ['2026-03-17T19:00-05', '', '2026-03-17T19:00', '-05:00'],
    ['2026-03-17T18:00:00Z', '', '2026-03-17T18:00', 'UTC'],
    ['2026-03-17 18:00 UTC', '', '2026-03-17T18:00', 'UTC'],
    // RFC 3339, 4.3: UTC is known, the local offset is not.
    ['2026-03-17T18:00:00-00:00', '', '2026-03-17T18:00', 'UTC'],
    ['2026-03-17T18:00:00+00:00', '', '2026-03-17T18:00', '+00:00'],
    // Floating.
    ['2026-03-17 19:00', '', '2026-03-17T19:00', ''],
    ['2026-03-17T19:00', 'Europe/Berlin', '2026-03-17T19:00', 'Europe/Berlin'],
    ['20260317', '', '', ''],
    // A day alone.
    ['2026-03-17', '', '2026-03-17', ''],
    ['2026-03-17', 'Europe/Berlin', '2026-03-17', 'Europe/Berlin'],
    ['2026-03-17T25:00', '', '2026-03-17', ''],
    // UTC beside a zone is that moment there, in both halves of the year.
    ['2026-03-17T18:00:00.000Z', 'Europe/Berlin', '2026-03-17T19:00', 'Europe/Berlin'],
    ['2026-07-17T17:00:00Z', 'Europe/Berlin', '2026-07-17T19:00', 'Europe/Berlin'],
    ['2026-03-17T18:00:00+00:00', 'Europe/Berlin', '2026-03-17T19:00', 'Europe/Berlin'],
    ['2026-03-17T19:00:00+00:00', 'Europe/London', '2026-03-17T19:00', 'Europe/London'],
    ['2026-07-17T18:00:00Z', 'Europe/London', '2026-07-17T19:00', 'Europe/London'],
    ['2026-03-17T23:30:00Z', 'Asia/Kolkata', '2026-03-18T05:00', 'Asia/Kolkata'],
    // The days on which the clocks change, to the minute.
    ['2026-03-29T00:59:00Z', 'Europe/Berlin', '2026-03-29T01:59', 'Europe/Berlin'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29T03:00', 'Europe/Berlin'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25T02:30', 'Europe/Berlin'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25T02:30', 'Europe/Berlin'],
    ['2026-11-01T23:00:00Z', 'America/New_York', '2026-11-01T18:00', 'America/New_York'],
    ['2026-10-31T23:00:00Z', 'America/New_York', '2026-10-31T19:00', 'America/New_York'],
    // The zone's own offset at that time, in the first and the second half of an overlap.
    ['2026-07-17T19:00:00+02:00', 'Europe/Berlin', '2026-07-17T19:00', 'Europe/Berlin'],
    ['2026-10-25T02:30:00+02:00', 'Europe/Berlin', '2026-10-25T02:30', 'Europe/Berlin'],
    ['2026-10-25T02:30:00+01:00', 'Europe/Berlin', '2026-10-25T02:30', 'Europe/Berlin'],
    // A server elsewhere.
    ['2026-03-17T14:00:00-04:00', 'Europe/Berlin', '2026-03-17T19:00', 'Europe/Berlin'],
    ['2026-03-17T19:00', 'Not/AZone', '2026-03-17T19:00', ''],
    ['2026-02-30T19:00', '', '', ''],
    ['soon', '', '', ''],
    ['', 'Europe/Berlin', '', ''],
  ])('%s in %j', (written, zone, startsAt, timeZone) => {
    expect(venueStart(written, zone)).toEqual({ startsAt, timeZone, doubtful: false });
  });

  test.each([
    ['winter’s offset in July', '2026-07-17T19:00:00+01:00', 'Europe/Berlin', '2026-07-17T19:00'],
    ['summer’s in March', '2026-03-17T19:00:00+02:00', 'Europe/Berlin', '2026-03-17T19:00'],
    ['summer’s in December', '2026-12-01T18:00:00-04:00', 'America/New_York', '2026-12-01T18:00'],
    ['a time that the clock skips', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T02:30'],
  ])('%s leaves the clock’s time, and a doubt', (_name, written, zone, startsAt) => {
    expect(venueStart(written, zone)).toEqual({ startsAt, timeZone: zone, doubtful: true });
  });
});

test('whatever is written, a start is a calendar’s or none', () => {
  fc.assert(
    fc.property(anyText(), fc.constantFrom('', 'Europe/Berlin', '+25:00'), (written, zone) => {
      expect(venueStart(written, zone).startsAt).toMatch(/^(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)?$/);
    }),
  );
});
