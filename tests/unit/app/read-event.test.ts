import { expect, it } from 'vitest';
import { readEvents } from '../../../lib/app/inspect-page.ts';
import { type Failure, failure } from '../../../lib/core/base/errors.ts';
import { fail, ok, type Result } from '../../../lib/core/base/result.ts';
import type { Capture } from '../../../lib/core/capture/capture.ts';
import { instant, pageInfo } from '../../support/records.ts';

const calendarUrl = 'https://pretix.eu/rustlings/12/ical/';
const event = (name: string, day: string, url = '') =>
  `BEGIN:VEVENT\r\nSUMMARY:${name}\r\nDTSTART;TZID=Europe/Berlin:${day}T190000\r\n${url && `URL:${url}\r\n`}LOCATION:Kontor 7\\, Leipzig\r\nEND:VEVENT\r\n`;
const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;

function read(calendarText: string | Failure, changes: Partial<Capture> = { calendarUrl }) {
  const asked: string[] = [];
  const answer: Capture = {
    frame: { top: true, focused: true },
    page: pageInfo(),
    hasSelection: false,
    selectionPreview: '',
    hasEvent: false,
    ...changes,
  };
  const deps = {
    pages: { read: async () => ok([{ frameId: 0, answer }]) },
    calendars: {
      read: async (_: number, url: string): Promise<Result<string, Failure>> => {
        asked.push(url);
        return typeof calendarText === 'string' ? ok(calendarText) : fail(calendarText);
      },
    },
    clock: { now: () => instant, offsetMinutes: () => 60 },
  };
  return { result: readEvents(deps, 7), asked };
}

it('a page that says nothing itself is read by the calendar it links to', async () => {
  const { result, asked } = read(calendar(event('Rustling Meetup #12', '20260417')));
  expect(await result).toEqual(
    ok({
      pageUrl: 'https://docs.tidepool.example/guide/',
      events: [
        {
          event: {
            name: 'Rustling Meetup #12',
            url: 'https://docs.tidepool.example/guide/',
            startsAt: '2026-04-17T19:00',
            timeZone: 'Europe/Berlin',
          },
          venue: { name: 'Kontor 7', url: '' },
          venueAddress: 'Leipzig',
          organiser: { name: '', url: '' },
          performers: [],
        },
      ],
    }),
  );
  expect(asked).toEqual([calendarUrl]);
});

it('of several events the page’s own comes first, then the next ones, then the last ones', async () => {
  const events = [
    event('long past', '20250101'),
    event('last', '20260101'),
    event('later', '20260501'),
    event('next', '20260401'),
    event('here', '20240101', 'https://docs.tidepool.example/guide/'),
  ];
  const { result } = read(calendar(...events));
  const found = await result;
  expect(found.ok && found.value.events.map((each) => each.event.name)).toEqual([
    'here',
    'next',
    'later',
    'last',
    'long past',
  ]);
});

it.each(['calendar-unreachable', 'calendar-unreadable'] as const)(
  '%s is reported',
  async (code) => {
    expect(await read(failure(code)).result).toEqual(fail(failure(code)));
  },
);

it.each([
  ['', 'nothing'],
  ['<html>', 'no calendar'],
  [calendar(), 'an empty one'],
])('%j, %s, is no event', async (text) => {
  expect(await read(text).result).toEqual(fail(failure('event-not-found')));
});

it('a calendar is not asked for where there is none, or the page says it all', async () => {
  const said = {
    event: { name: 'Said', url: '', startsAt: '', timeZone: '' },
    venue: { name: '', url: '' },
    organiser: { name: '', url: '' },
    performers: [],
  };
  const own = read(calendar(event('x', '20260401')), { calendarUrl, events: [said] });
  expect(await own.result).toMatchObject(ok({ events: [said] }));
  expect(own.asked).toEqual([]);
  const none = read('', {});
  expect(await none.result).toEqual(fail(failure('event-not-found')));
  expect(none.asked).toEqual([]);
});
