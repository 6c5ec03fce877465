import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isTimeZone,
  localTimeAt,
  offsetAt,
  offsetOfLocal,
} from '../../../../lib/core/time/time-zone.ts';

describe('a local time has the offset of its day', () => {
  test.each([
    ['2025-10-28T19:00', 'Europe/Berlin', 60, 'unique'],
    ['2025-10-25T19:00', 'Europe/Berlin', 120, 'unique'],
    ['2025-07-01', 'Europe/Berlin', 120, 'unique'],
    ['2025-03-30T01:59', 'Europe/Berlin', 60, 'unique'],
    ['2025-03-30T02:30', 'Europe/Berlin', 60, 'gap'],
    ['2025-03-30T03:00', 'Europe/Berlin', 120, 'unique'],
    ['2025-10-26T01:59', 'Europe/Berlin', 120, 'unique'],
    ['2025-10-26T02:30', 'Europe/Berlin', 120, 'overlap'],
    ['2025-10-26T03:00', 'Europe/Berlin', 60, 'unique'],
    ['2025-11-02T01:30', 'America/New_York', -240, 'overlap'],
    ['2025-03-09T02:30', 'America/New_York', -300, 'gap'],
    ['2025-10-05T02:10', 'Australia/Lord_Howe', 630, 'gap'],
    ['2025-12-01T18:30', 'Asia/Kolkata', 330, 'unique'],
    ['2011-12-30T12:00', 'Pacific/Apia', -600, 'gap'],
    ['2025-06-01T12:00', 'UTC', 0, 'unique'],
    ['2025-06-01T12:00', '+05:45', 345, 'unique'],
    ['2025-06-01T12:00', '-03:30', -210, 'unique'],
  ])('%s in %s: %d, %s', (local, zone, offsetMinutes, certainty) => {
    expect(offsetOfLocal(local, zone)).toEqual({ offsetMinutes, certainty });
  });
});

describe('what is no time or no zone has no offset', () => {
  test.each([
    ['2025-02-31T10:00', 'Europe/Berlin'],
    ['2025-10-28T25:00', 'Europe/Berlin'],
    ['2025-10-28T19:00', 'Europe/Atlantis'],
    ['2025-10-28T19:00', ''],
    ['2025-10-28T19:00', '+25:00'],
    ['', 'Europe/Berlin'],
    ['tomorrow', 'Europe/Berlin'],
  ])('%s in %j', (local, zone) => {
    expect(offsetOfLocal(local, zone)).toBeUndefined();
  });

  test.each(['__proto__', 'x'.repeat(2_000), 'Europe/Berlin\n', 'Ευρώπη', '+1:00'])(
    '%j',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
      expect(offsetAt(0, zone)).toBeUndefined();
    },
  );
});

describe('an instant has a local time in a zone', () => {
  test.each([
    ['2025-10-28T18:00:00Z', 'Europe/Berlin', '2025-10-28T19:00'],
    ['2025-06-30T22:30:00Z', 'Europe/Berlin', '2025-07-01T00:30'],
    ['2025-10-28T18:00:00+01:00', 'America/New_York', '2025-10-28T13:00'],
    ['2025-10-28T18:00:00Z', '+05:45', '2025-10-28T23:45'],
    ['never', 'Europe/Berlin', undefined],
    ['2025-10-28T18:00:00Z', 'Nowhere', undefined],
  ])('%s in %s: %s', (instant, zone, local) => {
    expect(localTimeAt(instant, zone)).toBe(local);
  });
});

test('there and back again, whatever the zone and the hour', () => {
  const zones = [
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'UTC',
  ];
  const start = Date.UTC(1990, 0);
  const end = Date.UTC(2035, 0);
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: start / 60_000, max: end / 60_000 }),
      (zone, minutes) => {
        const instant = new Date(minutes * 60_000).toISOString();
        const local = localTimeAt(instant, zone) ?? '';
        const found = offsetOfLocal(local, zone);
        if (found?.certainty === 'overlap') return;
        expect(found?.certainty).toBe('unique');
        const epochMs = Date.parse(`${local}Z`) - (found?.offsetMinutes ?? 0) * 60_000;
        expect(epochMs).toBe(minutes * 60_000);
      },
    ),
  );
});
