import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatOffset,
  parseDate,
  toOffsetDateTime,
} from '../../../../lib/core/time/date.ts';

describe('dates', () => {
  it.each([
    ['2026', { year: 2026 }],
    ['2026-11', { year: 2026, month: 11 }],
    ['2026-11-18T19:05', { year: 2026, month: 11, day: 18, hour: 19, minute: 5 }],
    [
      '2026-11-18T19:05:06.789+05:30',
      { year: 2026, month: 11, day: 18, hour: 19, minute: 5, second: 6, offsetMinutes: 330 },
    ],
    ['2026-02-30', undefined],
    ['2026-13', undefined],
    ['2026-11-18T25:00', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s is read', (text, parts) => {
    expect(parseDate(text)).toEqual(parts);
  });

  it('are formatted without moving them', () => {
    const parts = parseDate('2026-02-01T09:05:00-03:30') ?? { year: 0 };
    expect(formatDate(parts, '%A, %-d %B %Y %I:%M %p %z %F %T %% %Q')).toBe(
      'Sunday, 1 February 2026 09:05 AM -0330 2026-02-01 09:05:00 % %Q',
    );
  });

  it('take the offset they are told', () => {
    expect(toOffsetDateTime('2026-11-20T23:30:15.500Z', 330)).toBe('2026-11-21T05:00:15+05:30');
    expect(toOffsetDateTime('2026-11-20T00:10:00.000Z', -210)).toBe('2026-11-19T20:40:00-03:30');
    expect(formatOffset(0)).toBe('+00:00');
  });
});
