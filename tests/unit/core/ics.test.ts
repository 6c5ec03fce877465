import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CapturedEventSchema } from '../../../lib/core/capture.ts';
import { parseIcs } from '../../../lib/core/ics.ts';
import { anyText } from '../../support/any-text.ts';

/** A calendar with one event of these lines. */
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
      organiser: { name: 'Tidepool: Leipzig', url: '' },
      performers: [],
    },
  ]);
});

describe('the start', () => {
  test.each([
    ['DTSTART:20251028T180000Z', [], 'Europe/Berlin', '2025-10-28T19:00', 'Europe/Berlin'],
    [
      'DTSTART:20250628T180000Z',
      ['X-WR-TIMEZONE:Europe/Berlin'],
      'Asia/Tokyo',
      '2025-06-28T20:00',
      'Europe/Berlin',
    ],
    ['DTSTART:20251028T180000Z', [], '', '2025-10-28T18:00', 'UTC'],
    ['DTSTART;VALUE=DATE:20251028', [], '', '2025-10-28', ''],
    ['DTSTART:20251028T1900', [], '', '2025-10-28T19:00', ''],
    [
      'DTSTART:20251028T190000',
      ['X-WR-TIMEZONE:Europe/Berlin'],
      '',
      '2025-10-28T19:00',
      'Europe/Berlin',
    ],
    [
      'DTSTART;TZID="W. Europe Standard Time":20251028T190000',
      [],
      '',
      '2025-10-28T19:00',
      'Europe/Berlin',
    ],
    [
      'DTSTART;TZID=/vendor.example/2024/Europe/Berlin:20251028T190000',
      [],
      '',
      '2025-10-28T19:00',
      'Europe/Berlin',
    ],
    [
      'DTSTART;TZID=America/Argentina/Salta:20251028T190000',
      [],
      '',
      '2025-10-28T19:00',
      'America/Argentina/Salta',
    ],
    ['DTSTART;TZID=Moon:20251028T190000', [], 'Europe/Berlin', '2025-10-28T19:00', ''],
    ['DTSTART;TZID=__proto__:20251028T190000', [], '', '2025-10-28T19:00', ''],
    ['DTSTART:20251340T190000', [], '', '', ''],
    ['DTSTART:20250231T190000', [], '', '', ''],
    ['DTSTART:soon', [], '', '', ''],
    ['X-NOTHING:1', [], '', '', ''],
  ] as const)('%s', (line, head, localTimeZone, startsAt, timeZone) => {
    const [event] = parseIcs(calendar([line], head), { localTimeZone });
    expect(event?.event).toMatchObject({ startsAt, timeZone });
  });

  test.each([
    [['X-LIC-LOCATION:Europe/Berlin'], 'Europe/Berlin'],
    [['BEGIN:STANDARD', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD'], '+01:00'],
    [
      [
        'BEGIN:STANDARD',
        'TZOFFSETTO:+0100',
        'END:STANDARD',
        'BEGIN:DAYLIGHT',
        'TZOFFSETTO:+0200',
        'END:DAYLIGHT',
      ],
      '',
    ],
  ])('in a zone that the calendar defines: %j', (definition, timeZone) => {
    const head = ['BEGIN:VTIMEZONE', 'TZID:Ours', ...definition, 'END:VTIMEZONE'];
    const [event] = parseIcs(calendar(['DTSTART;TZID=Ours:20251028T190000'], head));
    expect(event?.event.timeZone).toBe(timeZone);
  });
});

describe('the place', () => {
  test.each([
    ['LOCATION:Harbour Hall', 'Harbour Hall', ''],
    ['LOCATION:Harbour Hall\\nQuay 1', 'Harbour Hall', ''],
    ['LOCATION:14 Quay Street\\, Leipzig', '14 Quay Street, Leipzig', ''],
    ['LOCATION:https://video.example/room?utm_source=x', '', 'https://video.example/room'],
    ['LOCATION:', '', ''],
  ])('%s', (line, name, url) => {
    expect(parseIcs(calendar([line]))[0]?.venue).toEqual({ name, url });
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

test('several events come in their order, cancelled ones do not', () => {
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
  expect(parseIcs(text).map(({ event }) => event.name)).toEqual(['One', 'Three']);
});

describe('what is no calendar, or half of one', () => {
  test.each(['', 'not a calendar', '<html>BEGIN:VEVENT</html>', 'BEGIN:VEVENT\nSUMMARY:x'])(
    '%j has no events',
    (text) => {
      expect(parseIcs(text)).toEqual([]);
    },
  );

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
            'LOCATION',
            'ORGANIZER;CN=x',
          ),
          anyText(),
        )
        .map(([name, value]) => `${name}:${value}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        for (const event of parseIcs(calendar(lines))) v.parse(CapturedEventSchema, event);
      }),
    );
  });
});
