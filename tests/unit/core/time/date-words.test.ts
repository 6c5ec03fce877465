import { expect, it } from 'vitest';
import { dateInWords, writesDayFirst } from '../../../../lib/core/time/date-words.ts';

it.each([
  ['en-GB', true],
  ['en-US', false],
  ['de', true],
  ['ja', false],
])('%s writes the day first: %s', (language, dayFirst) => {
  expect(writesDayFirst(language)).toBe(dayFirst);
});

it('says a date in words, and the time where it is known', () => {
  expect(dateInWords('2026-04-03', 'en-GB')).toMatch(/^Friday,? 3 April 2026$/);
  expect(dateInWords('2026-04-03T19:00', 'en-GB')).toMatch(/3 April 2026.*19:00/);
  expect(dateInWords('2026-04-03T19:00', 'de')).toMatch(/Freitag, 3. April 2026.*19:00/);
  expect(dateInWords('', 'de')).toBe('');
});
