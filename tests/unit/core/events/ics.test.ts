import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CapturedEventSchema } from '../../../../lib/core/capture/capture.ts';
import { isCalendar, parseIcs } from '../../../../lib/core/events/ics.ts';
import { anyText } from '../../../support/any-text.ts';

/** Makes a calendar with one event of these lines. */
function calendar(lines: readonly string[], head: readonly string[] = []): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...head,
    'BEGIN:VEVENT',
    'UID:1@tides.example',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

test('an event is read in full', () => {
  const text = calendar([
    'SUMMARY:Tidepool Meetup #7\\, with rings\\; and',
    '  segments',
    'DTSTART;TZID=Europe/Berlin:20251028T190000',
    'DTEND;TZID=Europe/Berlin:20251028T210000',
    'LOCATION:Harbour Hall\\, Quay 1\\, 04109 Leipzig',
    'URL;VALUE=URI:https://tides.example/events/7?utm_source=ics',
    'ORGANIZER;CN="Tidepool: Leipzig":MAILTO:orga@tides.example',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'SUMMARY:Not this',
    'END:VALARM',
  ]);
  expect(parseIcs(text)).toEqual([
    {
      event: {
        name: 'Tidepool Meetup #7, with rings; and segments',
        url: 'https://tides.example/events/7',
        startsAt: '2025-10-28T19:00',
        timeZone: 'Europe/Berlin',
      },
      venue: { name: 'Harbour Hall', url: '' },
      venueAddress: 'Quay 1, 04109 Leipzig',
      organiser: { name: 'Tidepool: Leipzig', url: '' },
      performers: [],
      endsAt: '2025-10-28T21:00',
    },
  ]);
});

describe('the start', () => {
  test.each([
    [
      'DTSTART:20250628T180000Z',
      ['X-WR-TIMEZONE:Europe/Berlin'],
      '2025-06-28T20:00',
      'Europe/Berlin',
    ],
    ['DTSTART:20251028T180000Z', [], '2025-10-28T18:00', 'UTC'],
    ['DTSTART:20251028T180000Z', ['X-WR-TIMEZONE:Moon'], '2025-10-28T18:00', 'UTC'],
    ['DTSTART;VALUE=DATE:20251028', [], '2025-10-28', ''],
    ['DTSTART:20251028T1900', [], '2025-10-28T19:00', ''],
    [
      'DTSTART:20251028T190000',
      ['X-WR-TIMEZONE:Europe/Berlin'],
      '2025-10-28T19:00',
      'Europe/Berlin',
    ],
    [
      'DTSTART;TZID="W. Europe Standard Time":20251028T190000',
      [],
      '2025-10-28T19:00',
      'Europe/Berlin',
    ],
    [
      'DTSTART;TZID=/vendor.example/2024/Europe/Berlin:20251028T190000',
      [],
      '2025-10-28T19:00',
      'Europe/Berlin',
    ],
    [
      'DTSTART;TZID=America/Argentina/Salta:20251028T190000',
      [],
      '2025-10-28T19:00',
      'America/Argentina/Salta',
    ],
    ['DTSTART;TZID=Moon:20251028T190000', [], '2025-10-28T19:00', ''],
    ['DTSTART;TZID=__proto__:20251028T190000', [], '2025-10-28T19:00', ''],
    ['DTSTART:20251340T190000', [], '', ''],
    ['DTSTART:20250231T190000', [], '', ''],
    ['DTSTART:soon', [], '', ''],
    ['X-NOTHING:1', [], '', ''],
  ] as const)('%s', (line, head, startsAt, timeZone) => {
    const [event] = parseIcs(calendar([line], head));
    expect(event?.event).toMatchObject({ startsAt, timeZone });
  });

  test.each(['Central European', 'Eastern', 'GMT', 'India', 'SA Eastern', 'W. Central Africa'])(
    'in Windows’ zone %s',
    (name) => {
      const line = `DTSTART;TZID=${name} Standard Time:20251028T190000`;
      expect(parseIcs(calendar([line]))[0]?.event.timeZone).toMatch(/^[A-Z][a-z]+\/[A-Z]/);
    },
  );

  /** Central European time as in RFC 5545, 3.6.5: two halves, each with its rule. */
  const half = (name: string, month: number, from: string, to: string) => [
    `BEGIN:${name}`,
    'DTSTART:19700101T020000',
    `RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=${month}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `END:${name}`,
  ];
  const halves = [
    ...half('DAYLIGHT', 3, '+0100', '+0200'),
    ...half('STANDARD', 10, '+0200', '+0100'),
  ];
  test.each([
    ['20250328T190000', '+01:00'],
    ['20250330T190000', '+02:00'],
    ['20250701T190000', '+02:00'],
    ['20251025T190000', '+02:00'],
    ['20251026T190000', '+01:00'],
    ['20251231T190000', '+01:00'],
    ['19600101T190000', '+01:00'],
  ])('in a zone that only the calendar defines: %s is %s', (start, timeZone) => {
    const head = ['BEGIN:VTIMEZONE', 'TZID:Ours', ...halves, 'END:VTIMEZONE'];
    const [event] = parseIcs(calendar([`DTSTART;TZID=Ours:${start}`], head));
    expect(event?.event.timeZone).toBe(timeZone);
  });

  test.each([
    [['X-LIC-LOCATION:Europe/Berlin', ...halves], 'Europe/Berlin'],
    [['BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETTO:+0100', 'END:STANDARD'], '+01:00'],
    [
      [
        'BEGIN:STANDARD',
        'DTSTART:20200101T000000',
        'RDATE:20251001T000000,20300101T000000',
        'TZOFFSETTO:-0330',
        'END:STANDARD',
        'BEGIN:DAYLIGHT',
        'DTSTART:20250901T000000',
        'TZOFFSETTO:-0230',
        'END:DAYLIGHT',
      ],
      '-03:30',
    ],
    [['BEGIN:STANDARD', 'TZOFFSETTO:soon', 'END:STANDARD'], ''],
    [['BEGIN:STANDARD', 'DTSTART:20200101T000000', 'TZOFFSETTO:+9900', 'END:STANDARD'], ''],
    [[], ''],
  ])('in a zone that the calendar defines: %j', (definition, timeZone) => {
    const head = ['BEGIN:VTIMEZONE', 'TZID:Ours', ...definition, 'END:VTIMEZONE'];
    const [event] = parseIcs(calendar(['DTSTART;TZID=Ours:20251028T190000'], head));
    expect(event?.event.timeZone).toBe(timeZone);
  });
});

describe('the end', () => {
  test.each([
    ['DTSTART:20251028T190000', 'DTEND:20251029T010000', '2025-10-29T01:00'],
    // An end without a time is the day after the last.
    ['DTSTART;VALUE=DATE:20251028', 'DTEND;VALUE=DATE:20251031', '2025-10-30'],
    ['DTSTART;VALUE=DATE:20251028', 'DTEND;VALUE=DATE:20251029', '2025-10-28'],
    ['DTSTART:20251028T190000', 'DTEND:20251027T190000', undefined],
    ['DTSTART:20251028T190000', 'DTEND:later', undefined],
  ])('%s, %s', (start, end, endsAt) => {
    expect(parseIcs(calendar([start, end]))[0]?.endsAt).toBe(endsAt);
  });
});

describe('of a series', () => {
  const now = '2026-03-18T09:00:00.000Z';
  const starts = (...lines: string[]) =>
    parseIcs(calendar(lines), { now }).map(({ event }) => event.startsAt);

  test('the last and the next are given, each in the half of the year that it is in', () => {
    expect(
      parseIcs(
        calendar([
          'DTSTART;TZID=Europe/Berlin:20240117T190000',
          'DTEND;TZID=Europe/Berlin:20240117T210000',
          'RRULE:FREQ=MONTHLY;BYDAY=3TU',
        ]),
        { now },
      ),
    ).toMatchObject([
      { event: { startsAt: '2026-03-17T19:00', timeZone: 'Europe/Berlin' } },
      { event: { startsAt: '2026-04-21T19:00', timeZone: 'Europe/Berlin' } },
    ]);
  });

  test.each([
    ['RRULE:FREQ=MONTHLY;BYDAY=3TU;UNTIL=20260401T000000Z', ['2026-03-17T19:00']],
    ['RRULE:FREQ=MONTHLY;BYDAY=3TU;COUNT=2', ['2024-02-20T19:00']],
    ['RRULE:FREQ=HOURLY', ['2024-01-16T19:00']],
    ['RRULE:', ['2024-01-16T19:00']],
  ])('%s', (rule, expected) => {
    expect(starts('DTSTART;TZID=Europe/Berlin:20240116T190000', rule)).toEqual(expected);
  });

  test('what is left out, and what was moved, does not stand in its old place', () => {
    const series = [
      'DTSTART;TZID=Europe/Berlin:20240116T190000',
      'RRULE:FREQ=MONTHLY;BYDAY=3TU',
      'EXDATE;TZID=Europe/Berlin:20260317T190000',
    ];
    const moved = [
      'BEGIN:VEVENT',
      'UID:1@tides.example',
      'SUMMARY:Moved',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260421T190000',
      'DTSTART;TZID=Europe/Berlin:20260422T193000',
      'END:VEVENT',
    ];
    const text = calendar(series).replace(
      'END:VCALENDAR',
      `${moved.join('\r\n')}\r\nEND:VCALENDAR`,
    );
    expect(parseIcs(text, { now }).map(({ event }) => event.startsAt)).toEqual([
      '2026-02-17T19:00',
      '2026-05-19T19:00',
      '2026-04-22T19:30',
    ]);
  });

  test('a rule that is not understood gives the first, and says so', () => {
    const [event] = parseIcs(
      calendar(['DTSTART:20240116T190000', 'RRULE:FREQ=YEARLY;BYWEEKNO=3']),
      {
        now,
      },
    );
    expect(event).toMatchObject({ event: { startsAt: '2024-01-16T19:00' }, firstOfSeries: true });
  });

  test('thousands of years of it hold nobody up', () => {
    const never = ['DTSTART:20260101T000000', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2'];
    expect(starts('DTSTART:00010101T000000', 'RRULE:FREQ=DAILY')).toEqual(['0001-01-01T00:00']);
    expect(starts(...never)).toEqual(['2026-01-01T00:00']);
  });
});

describe('the place', () => {
  test.each([
    ['LOCATION:Harbour Hall', { venue: { name: 'Harbour Hall', url: '' } }],
    [
      'LOCATION:Harbour Hall\\nQuay 1\\n04109 Leipzig',
      { venue: { name: 'Harbour Hall', url: '' }, venueAddress: 'Quay 1, 04109 Leipzig' },
    ],
    ['LOCATION:14 Quay Street\\, Leipzig', { venue: { name: '14 Quay Street, Leipzig', url: '' } }],
    [
      'LOCATION:https://video.example/room?utm_source=x',
      { venue: { name: '', url: 'https://video.example/room' }, online: 'only' },
    ],
    ['LOCATION:', { venue: { name: '', url: '' } }],
  ])('%s', (line, place) => {
    const [read] = parseIcs(calendar([line]));
    const { venue, venueAddress, online } = read ?? {};
    const found = { venue, ...(venueAddress && { venueAddress }), ...(online && { online }) };
    expect(found).toEqual(place);
  });
});

describe('the organiser', () => {
  test.each([
    ['ORGANIZER;CN=Tides:mailto:a@b.example', 'Tides', ''],
    [
      "ORGANIZER;CN=Tides ^'West^':https://tides.example/",
      'Tides "West"',
      'https://tides.example/',
    ],
    ['ORGANIZER:javascript:alert(1)', '', ''],
    ['ORGANIZER;CN="a;b:c,d";ROLE=CHAIR:mailto:a@b.example', 'a;b:c,d', ''],
  ])('%s', (line, name, url) => {
    expect(parseIcs(calendar([line]))[0]?.organiser).toEqual({ name, url });
  });
});

test('several events come in their order, and say which is cancelled', () => {
  const text = ['BEGIN:VCALENDAR']
    .concat(
      ['One', 'Two', 'Three'].flatMap((name) => [
        'BEGIN:VEVENT',
        `SUMMARY:${name}`,
        name === 'Two' ? 'STATUS:CANCELLED' : 'STATUS:CONFIRMED',
        'END:VEVENT',
      ]),
    )
    .concat('END:VCALENDAR')
    .join('\n');
  expect(parseIcs(text).map(({ event, status }) => [event.name, status])).toEqual([
    ['One', undefined],
    ['Two', 'cancelled'],
    ['Three', undefined],
  ]);
});

describe('what is no calendar, or half of one', () => {
  test.each(['', 'not a calendar', '<html>BEGIN:VEVENT</html>', 'BEGIN:VEVENT\nSUMMARY:x'])(
    '%j has no events',
    (text) => {
      expect(parseIcs(text)).toEqual([]);
    },
  );

  test.each([
    ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', true],
    ['\ufeff\r\nbegin:vcalendar', true],
    ['<!doctype html><title>Sign in</title>BEGIN:VCALENDAR', false],
    ['', false],
  ])('%j: a calendar? %s', (text, expected) => {
    expect(isCalendar(text)).toBe(expected);
  });

  test('a calendar that stops short still gives its event', () => {
    const text = '\ufeffBEGIN:VCALENDAR\rBEGIN:VEVENT\rSUMMARY:Half\r';
    expect(parseIcs(text)[0]?.event.name).toBe('Half');
  });

  test('very long values are cut, and the nesting of thousands does no harm', () => {
    const [event] = parseIcs(calendar([`SUMMARY:${'x'.repeat(100_000)}`]));
    expect(event?.event.name).toHaveLength(1_000);
    expect(parseIcs('BEGIN:VEVENT\n'.repeat(50_000))).toEqual([]);
  });

  test('whatever it holds, what is read fits the schema', () => {
    const line = fc.oneof(
      anyText(),
      fc
        .tuple(
          fc.constantFrom(
            'SUMMARY',
            'URL',
            'DTSTART',
            'DTSTART;TZID=Europe/Berlin',
            'DTEND',
            'RRULE:FREQ=DAILY',
            'EXDATE',
            'LOCATION',
            'ORGANIZER;CN=x',
          ),
          anyText(),
        )
        .map(([name, value]) => `${name}:${value}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        for (const event of parseIcs(calendar(lines), { now: '2026-03-18' }))
          v.parse(CapturedEventSchema, event);
      }),
    );
  });
});
