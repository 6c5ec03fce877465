import { describe, expect, test } from 'vitest';
import { fillStart } from '../../../lib/details/fill-start.ts';

const rows = (current: [string, string], found: [string, string], browserZone = '') =>
  fillStart(
    { startsAt: current[0], timeZone: current[1] },
    { startsAt: found[0], timeZone: found[1] },
    browserZone,
  ).map(({ effect, from, to, start }) => [effect, from, to, start]);

const berlin = 'Europe/Berlin';
const seven = '2026-03-17T19:00';

describe('a start', () => {
  test('is filled with its zone', () => {
    expect(rows(['', ''], [seven, berlin])).toEqual([
      ['fills', '', `${seven} ${berlin}`, { startsAt: seven, timeZone: berlin }],
    ]);
  });

  test('keeps the zone that the wrap-up names, where the offset is the same', () => {
    expect(rows(['', berlin], [seven, '+01:00'])).toEqual([
      ['fills', '', `${seven} ${berlin}`, { startsAt: seven }],
    ]);
    // In July the offset differs.
    expect(rows(['', berlin], ['2026-07-17T19:00', '+01:00'])).toEqual([
      [
        'fills',
        berlin,
        '2026-07-17T19:00 +01:00',
        { startsAt: '2026-07-17T19:00', timeZone: '+01:00' },
      ],
    ]);
  });

  test('in UTC is that moment in the zone that the wrap-up names', () => {
    expect(rows(['', berlin], ['2026-07-17T17:00', 'UTC'])).toEqual([
      ['fills', '', `2026-07-17T19:00 ${berlin}`, { startsAt: '2026-07-17T19:00' }],
    ]);
    expect(rows([seven, berlin], ['2026-03-17T18:00', 'UTC'])).toEqual([]);
  });

  test('without a zone is local time in that zone', () => {
    expect(rows(['', berlin], [seven, ''])).toEqual([
      ['fills', '', `${seven} ${berlin}`, { startsAt: seven }],
    ]);
  });

  test('fills a day up with its hour', () => {
    expect(rows(['2026-03-17', ''], [seven, berlin])).toEqual([
      ['fills', '2026-03-17', `${seven} ${berlin}`, { startsAt: seven, timeZone: berlin }],
    ]);
  });

  test('brings the zone alone where the time stands already', () => {
    expect(rows([seven, ''], [seven, berlin])).toEqual([
      ['fills', '', berlin, { timeZone: berlin }],
    ]);
  });

  test('replaces another time, or the same by another clock, only when asked', () => {
    expect(rows(['2026-03-17T20:00', berlin], [seven, berlin])).toEqual([
      ['replaces', '2026-03-17T20:00', `${seven} ${berlin}`, { startsAt: seven }],
    ]);
    expect(rows([seven, 'America/New_York'], [seven, berlin])).toEqual([
      [
        'replaces',
        `${seven} America/New_York`,
        `${seven} ${berlin}`,
        { startsAt: seven, timeZone: berlin },
      ],
    ]);
  });

  test('that stands there, or that the page does not say, changes nothing', () => {
    expect(rows([seven, berlin], [seven, '+01:00'])).toEqual([]);
    expect(rows([seven, '+01:00'], [seven, berlin])).toEqual([]);
    expect(rows([seven, berlin], ['', berlin])).toEqual([]);
  });
});

describe('the browser’s zone is offered', () => {
  test('for a start that the page gives without one, and leaves the local time', () => {
    expect(rows(['', ''], [seven, ''], berlin)).toEqual([
      ['fills', '', seven, { startsAt: seven }],
      ['suggests', '', berlin, { timeZone: berlin }],
    ]);
  });

  test('for a start in UTC, as that moment', () => {
    expect(rows(['', ''], ['2026-07-17T17:00', 'UTC'], berlin)).toEqual([
      ['fills', '', '2026-07-17T17:00 UTC', { startsAt: '2026-07-17T17:00', timeZone: 'UTC' }],
      [
        'suggests',
        '',
        `2026-07-17T19:00 ${berlin}`,
        { startsAt: '2026-07-17T19:00', timeZone: berlin },
      ],
    ]);
  });

  test('shows what it would replace', () => {
    expect(rows(['2026-07-01T20:00', ''], ['2026-07-17T17:00', 'UTC'], berlin)).toEqual([
      [
        'replaces',
        '2026-07-01T20:00',
        '2026-07-17T17:00 UTC',
        { startsAt: '2026-07-17T17:00', timeZone: 'UTC' },
      ],
      [
        'suggests',
        '2026-07-01T20:00',
        `2026-07-17T19:00 ${berlin}`,
        { startsAt: '2026-07-17T19:00', timeZone: berlin },
      ],
    ]);
  });

  test('not where the page or the wrap-up names one, nor where the clocks agree', () => {
    expect(rows(['', ''], [seven, berlin], 'Asia/Tokyo')).toHaveLength(1);
    expect(rows(['', berlin], [seven, ''], 'Asia/Tokyo')).toHaveLength(1);
    expect(rows(['', ''], ['2026-03-17T19:00', 'UTC'], 'Europe/London')).toHaveLength(1);
    expect(rows(['', ''], [seven, ''], 'UTC')).toHaveLength(1);
  });
});
