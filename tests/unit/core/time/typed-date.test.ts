import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type DateReader, readTypedDate } from '../../../../lib/core/time/typed-date.ts';
import { anyText } from '../../../support/any-text.ts';

const reader: DateReader = { near: '2026-11-26', dayFirst: true };
const read = (text: string, changes: Partial<DateReader> = {}) => {
  const found = readTypedDate(text, { ...reader, ...changes });
  if ('problem' in found) return found.problem;
  const { day, time, offsetMinutes, zone } = found;
  return [day, time, offsetMinutes, zone].filter((part) => part !== undefined).join(' ');
};

describe('a date as people type it', () => {
  it.each([
    ['2026-03-19', '2026-03-19'],
    ['2026-3-9', '2026-03-09'],
    ['2026/03/19', '2026-03-19'],
    ['19.3.2026', '2026-03-19'],
    ['19. 3. 2026', '2026-03-19'],
    ['19.03.26', '2026-03-19'],
    ['19 March 2026', '2026-03-19'],
    ['19th of March 2026', '2026-03-19'],
    ['March 19, 2026', '2026-03-19'],
    ['Mar 19th 2026', '2026-03-19'],
    ['MAR. 19', '2027-03-19'],
    ['19-Mar-2026', '2026-03-19'],
    ['19. März 2026', '2026-03-19'],
    ['19. Maerz 2026', '2026-03-19'],
    ['3. Okt. 2026', '2026-10-03'],
    ['24 Dez', '2026-12-24'],
    ['1. Mai 2026', '2026-05-01'],
    ['Thursday, 19 March 2026', '2026-03-19'],
    ['Do, 19.3.2026', '2026-03-19'],
    ['Do. 19.3.2026', '2026-03-19'],
    ['  19   March  2026 ', '2026-03-19'],
    ['19 Ma\u0308rz 2026', '2026-03-19'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['19.3.2026 10:30', '2026-03-19 10:30'],
    ['19.3.2026, 10.30', '2026-03-19 10:30'],
    ['19.3.2026 10:30:15', '2026-03-19 10:30:15'],
    ['2026-03-19T10:30', '2026-03-19 10:30'],
    ['19 March 2026 7 pm', '2026-03-19 19:00'],
    ['19 March 7pm', '2027-03-19 19:00'],
    ['Mar 19, 7:30 p.m.', '2027-03-19 19:30'],
    ['19 March 2026 12 am', '2026-03-19 00:00'],
    ['19 March 2026 12:15 pm', '2026-03-19 12:15'],
    ['19 March 2026 at 19:00', '2026-03-19 19:00'],
    ['19. März 2026, 19 Uhr', '2026-03-19 19:00'],
    ['19.3.2026 um 19:30 Uhr', '2026-03-19 19:30'],
    ['19.3.2026 19 Uhr 30', '2026-03-19 19:30'],
    ['19.3.2026 19h30', '2026-03-19 19:30'],
    ['19:30, 19 March 2026', '2026-03-19 19:30'],
    ['7 pm on March 19', '2027-03-19 19:00'],
    ['2026-03-19 10:30 +01:00', '2026-03-19 10:30 60'],
    ['2026-03-19 10:30 -0330', '2026-03-19 10:30 -210'],
    ['2026-03-19 10:30 −03:30', '2026-03-19 10:30 -210'],
    ['2026-03-19 10:30 UTC+5:30', '2026-03-19 10:30 330'],
    ['2026-03-19T10:30:00Z', '2026-03-19 10:30:00 0'],
    ['19 March 2026 19:00 (CET)', '2026-03-19 19:00 60'],
    ['19.3.2026 19 Uhr MEZ', '2026-03-19 19:00 60'],
    ['19 March 2026 7 pm Europe/Berlin', '2026-03-19 19:00 Europe/Berlin'],
  ])('with a time: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['3/4/2026', true, '2026-04-03'],
    ['3/4/2026', false, '2026-03-04'],
    ['3-4-2026', true, '2026-04-03'],
    ['19/3/2026', false, '2026-03-19'],
    ['3/19/2026', true, '2026-03-19'],
    ['3/4', false, '2027-03-04'],
  ])('%s, day first: %s, is %s', (text, dayFirst, expected) => {
    expect(read(text, { dayFirst })).toBe(expected);
  });

  it.each([
    ['19.3.', '2026-11-26', '2027-03-19'],
    ['19.3.', '2026-04-02', '2026-03-19'],
    ['24 December', '2026-01-05', '2025-12-24'],
    ['2 January', '2026-12-20', '2027-01-02'],
    ['29 February', '2026-03-01', '2028-02-29'],
    ['26.11.', '2026-11-26', '2026-11-26'],
  ])('without a year, %s near %s is %s', (text, near, expected) => {
    expect(read(text, { near })).toBe(expected);
  });

  it.each([
    ['30 February 2026', 'impossible'],
    ['31.4.', 'impossible'],
    ['2026-13-01', 'impossible'],
    ['19.3.2026 25:00', 'impossible'],
    ['19.3.2026 10:75', 'impossible'],
    ['19.3.2026 13 pm', 'impossible'],
    ['2026-03-19 10:30 +15:00', 'impossible'],
    ['2026-03-19 10:30 XYZ', 'impossible'],
    ['', 'unreadable'],
    ['10:30', 'unreadable'],
    ['tomorrow', 'unreadable'],
    ['2026', 'unreadable'],
    ['2026-', 'unreadable'],
    ['2026-03-1x', 'unreadable'],
    ['March', 'unreadable'],
    ['19', 'unreadable'],
    ['19 Foo 2026', 'unreadable'],
    ['19 March 20', 'unreadable'],
    ['19.3.202', 'unreadable'],
  ])('%j is %s', (text, problem) => {
    expect(read(text)).toBe(problem);
  });
});

describe('any date', () => {
  const names = [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
    ...['August', 'September', 'October', 'November', 'December'],
  ];
  const german = [
    ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli'],
    ...['August', 'September', 'Oktober', 'November', 'Dezember'],
  ];
  type Day = { year: number; month: number; day: number };
  const two = (value: number) => String(value).padStart(2, '0');
  const writers: ((day: Day) => string)[] = [
    ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
    ({ year, month, day }) => `${day}.${month}.${year}`,
    ({ year, month, day }) => `${day}/${month}/${year}`,
    ({ year, month, day }) => `${day} ${names[month - 1]} ${year}`,
    ({ year, month, day }) => `${names[month - 1]} ${day}, ${year}`,
    ({ year, month, day }) => `${names[month - 1]?.slice(0, 3)} ${day} ${year}`,
    ({ year, month, day }) => `${day}. ${german[month - 1]} ${year}`,
  ];
  const clocks: ((hour: number, minute: number) => string)[] = [
    (hour, minute) => `${two(hour)}:${two(minute)}`,
    (hour, minute) => `${hour}:${two(minute)}`,
    (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`,
    (hour, minute) => `${hour}.${two(minute)} Uhr`,
  ];
  const instant = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2199-12-31T23:59:00Z'),
    noInvalidDate: true,
  });

  test('is read back, however it is written', () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom(...writers),
        fc.option(fc.constantFrom(...clocks), { nil: undefined }),
        (at, write, clock) => {
          const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
          const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()];
          const text = [write({ year, month, day }), clock?.(hour, minute)]
            .filter(Boolean)
            .join(' ');
          const iso = at.toISOString();
          expect(readTypedDate(text, reader)).toEqual({
            day: iso.slice(0, 10),
            ...(clock ? { time: iso.slice(11, 16) } : {}),
          });
        },
      ),
    );
  });

  test('of any text is a day that there is, or a problem; nothing is thrown', () => {
    const parts = fc.constantFrom(
      ...[
        '19',
        '3',
        '2026',
        '.',
        '/',
        '-',
        ' ',
        ':',
        'March',
        'März',
        '7',
        'pm',
        'Uhr',
        '+1',
        'T',
        ',',
      ],
    );
    const text = fc.oneof(
      anyText(),
      fc.array(parts, { maxLength: 9 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const found = readTypedDate(typed, reader);
        if ('problem' in found) return;
        expect(new Date(`${found.day}T${found.time ?? '00:00'}Z`).toISOString()).toContain(
          found.day,
        );
      }),
    );
  });
});
