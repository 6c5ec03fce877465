import { expect, it } from 'vitest';
import { readEvent } from '../../../lib/app/inspect-page.ts';
import type { Capture } from '../../../lib/core/capture.ts';
import { failure } from '../../../lib/core/errors.ts';
import { fail, ok } from '../../../lib/core/result.ts';
import { instant, pageInfo } from '../../support/records.ts';

const calendarUrl = 'https://pretix.eu/rustlings/12/ical/';
const event = (name: string, day: string, url = '') =>
  `BEGIN:VEVENT\r\nSUMMARY:${name}\r\nDTSTART;TZID=Europe/Berlin:${day}T190000\r\n${url && `URL:${url}\r\n`}LOCATION:Kontor 7\\, Leipzig\r\nEND:VEVENT\r\n`;
const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;

function read(text: string, changes: Partial<Capture> = { calendarUrl }) {
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
      read: async (_: number, url: string) => {
        asked.push(url);
        return text;
      },
    },
    clock: { now: () => instant, offsetMinutes: () => 60 },
  };
  return { result: readEvent(deps, 7), asked };
}

it('a page that says nothing itself is read by the calendar it links to', async () => {
  const { result, asked } = read(calendar(event('Rustling Meetup #12', '20260417')));
  expect(await result).toEqual(
    ok({
      event: {
        name: 'Rustling Meetup #12',
        url: 'https://docs.tidepool.example/guide/',
        startsAt: '2026-04-17T19:00',
        timeZone: 'Europe/Berlin',
      },
      venue: { name: 'Kontor 7', url: '' },
      organiser: { name: '', url: '' },
      performers: [],
    }),
  );
  expect(asked).toEqual([calendarUrl]);
});

it.each([
  [
    'at the page’s address',
    [event('next', '20260401'), event('here', '20260101', 'https://docs.tidepool.example/guide/')],
    'here',
  ],
  [
    'else the first that is not over',
    [event('past', '20260101'), event('next', '20260401')],
    'next',
  ],
  ['else the first', [event('past', '20250101'), event('later', '20260101')], 'past'],
])('of several events the one %s', async (_name, events, expected) => {
  expect(await read(calendar(...events)).result).toMatchObject({
    value: { event: { name: expected } },
  });
});

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
  const own = read(calendar(event('x', '20260401')), { calendarUrl, event: said });
  expect(await own.result).toEqual(ok(said));
  expect(own.asked).toEqual([]);
  const none = read('', {});
  expect(await none.result).toEqual(fail(failure('event-not-found')));
  expect(none.asked).toEqual([]);
});
