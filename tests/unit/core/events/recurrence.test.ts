import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecurrence, recurringDays } from '../../../../lib/core/events/recurrence.ts';
import { anyText } from '../../../support/any-text.ts';
import { tries } from '../../../support/property-tries.ts';

const days = (rule: string, start: string, count = 4) => {
  const parsed = parseRecurrence(rule);
  if (!parsed) return undefined;
  const found: string[] = [];
  for (const day of recurringDays(parsed, start, '2030-12-31')) {
    found.push(day);
    if (found.length === count) break;
  }
  return found;
};

describe('a rule gives its days', () => {
  // Calculated by hand, following the examples of RFC 5545, 3.8.5.3.
  test.each([
    ['FREQ=DAILY', '2026-02-27', ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']],
    ['FREQ=DAILY;INTERVAL=10;COUNT=2', '2026-03-17', ['2026-03-17', '2026-03-27']],
    [
      'FREQ=DAILY;BYDAY=SA,SU',
      '2026-03-14',
      ['2026-03-14', '2026-03-15', '2026-03-21', '2026-03-22'],
    ],
    ['FREQ=WEEKLY', '2026-03-17', ['2026-03-17', '2026-03-24', '2026-03-31', '2026-04-07']],
    [
      'FREQ=WEEKLY;BYDAY=TU,TH',
      '2026-03-17',
      ['2026-03-17', '2026-03-19', '2026-03-24', '2026-03-26'],
    ],
    // The week's first day decides which weeks are skipped.
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO',
      '2026-03-17',
      ['2026-03-17', '2026-03-22', '2026-03-31', '2026-04-05'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
      '2026-03-17',
      ['2026-03-17', '2026-03-29', '2026-03-31', '2026-04-12'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=3TU',
      '2026-01-20',
      ['2026-01-20', '2026-02-17', '2026-03-17', '2026-04-21'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=-1FR',
      '2026-01-30',
      ['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24'],
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2026-01-31',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    // A month without such a day has none.
    ['FREQ=MONTHLY', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']],
    [
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO',
      '2026-11-02',
      ['2026-11-02', '2027-01-04', '2027-03-01', '2027-05-03'],
    ],
    // The last working day of the month.
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-30',
      ['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '2026-02-13',
      ['2026-02-13', '2026-03-13', '2026-11-13', '2027-08-13'],
    ],
    ['FREQ=YEARLY', '2024-02-29', ['2024-02-29', '2028-02-29']],
    [
      'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      '2025-10-26',
      ['2025-10-26', '2026-10-25', '2027-10-31', '2028-10-29'],
    ],
    [
      'FREQ=YEARLY;BYMONTH=9,3;BYMONTHDAY=1',
      '2026-03-01',
      ['2026-03-01', '2026-09-01', '2027-03-01', '2027-09-01'],
    ],
  ])('%s from %s', (rule, start, expected) => {
    expect(days(rule, start)).toEqual(expected);
  });

  test('none after the last that is asked for', () => {
    const rule = parseRecurrence('FREQ=WEEKLY');
    expect(rule && [...recurringDays(rule, '2026-03-17', '2026-03-30')]).toEqual([
      '2026-03-17',
      '2026-03-24',
    ]);
  });
});

test.each([
  '',
  'FREQ=HOURLY',
  'FREQ=YEARLY;BYWEEKNO=20',
  'FREQ=YEARLY;BYDAY=20MO',
  'FREQ=WEEKLY;BYDAY=2MO',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;COUNT=many',
])('%j is not understood', (rule) => {
  expect(parseRecurrence(rule)).toBeUndefined();
});

test('whatever the rule, its days come in order and end', () => {
  const part = fc.oneof(
    anyText(20),
    fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=MONTHLY',
      'FREQ=YEARLY',
      'INTERVAL=99999',
      'BYDAY=-5MO',
      'BYMONTH=2',
      'BYMONTHDAY=30',
      'BYSETPOS=9',
      'COUNT=3',
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const rule = parseRecurrence(parts.join(';'));
      const found = rule ? [...recurringDays(rule, '2026-03-17', '2040-01-01')] : [];
      expect(found).toEqual([...new Set(found)].sort());
    }),
    tries(100),
  );
});
