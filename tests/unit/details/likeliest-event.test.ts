import { describe, expect, it, test } from 'vitest';
import type { CapturedEvent } from '../../../lib/core/capture/capture.ts';
import { eventNotes } from '../../../lib/details/event-notes.ts';
import { likeliestEvent } from '../../../lib/details/likeliest-event.ts';
import { wrapUp } from '../../support/records.ts';

const nobody = { name: '', url: '' };
const event = (
  startsAt: string,
  changes: Partial<CapturedEvent> = {},
  url = '',
  timeZone = 'Europe/Berlin',
): CapturedEvent => ({
  event: { name: 'Meetup', url, startsAt, timeZone },
  venue: nobody,
  organiser: nobody,
  performers: [],
  ...changes,
});

describe('the likeliest of several events', () => {
  // The post is of 2026-03-19.
  const own = wrapUp();
  const page = 'https://meet.example/';
  it.each([
    ['the nearest to the post', [event('2026-04-21T19:00'), event('2026-03-17T19:00')], 1],
    [
      'not a cancelled one, however near',
      [event('2026-03-17T19:00', { status: 'cancelled' }), event('2026-02-17T19:00')],
      1,
    ],
    [
      'the one at the page’s address',
      [event('2026-03-17T19:00'), event('2025-03-17T19:00', {}, `${page}?utm_source=x`)],
      1,
    ],
    [
      'the nearest, where all have the page’s address',
      [event('2025-03-17', {}, page), event('2026-03-17', {}, page)],
      1,
    ],
    ['the first, where none says when', [event(''), event('')], 0],
    ['one that says when before one that does not', [event(''), event('2020-01-01')], 1],
  ])('is %s', (_name, events, at) => {
    expect(likeliestEvent(events, own, page)).toBe(at);
  });

  it('is the one that the wrap-up links to', () => {
    const linked = wrapUp({
      event: { name: '', url: 'https://meet.example/1', startsAt: '', timeZone: '' },
    });
    const events = [
      event('2026-03-17', {}, page),
      event('2020-01-01', {}, 'https://meet.example/1'),
    ];
    expect(likeliestEvent(events, linked, page)).toBe(1);
  });

  it('is the nearest to the start that the wrap-up has', () => {
    const dated = wrapUp({
      event: { name: '', url: '', startsAt: '2026-01-10', timeZone: '' },
    });
    expect(likeliestEvent([event('2026-03-17'), event('2026-01-12')], dated, page)).toBe(1);
  });
});

describe('what a careful reader would notice', () => {
  test.each([
    [event('2026-03-17T19:00'), []],
    [event('2026-03-17T19:00', { status: 'cancelled' }), ['cancelled']],
    [event('2026-03-17T19:00', { status: 'postponed' }), ['postponed']],
    [event('1999-03-17T19:00'), ['far-off']],
    [event('2026-03-17T19:00', { startDoubtful: true }), ['start-doubtful']],
    [event('2026-03-17T19:00', { firstOfSeries: true }), ['first-of-series']],
    [event(''), ['no-start']],
    [event('2026-03-17T19:00', {}, '', ''), ['no-time-zone']],
    [event('2026-03-17', {}, '', ''), []],
    [event('2026-03-17T19:00', {}, '', 'UTC'), ['utc']],
    [event('2026-03-17T09:00', { endsAt: '2026-03-19T17:00' }), ['several-days']],
    [event('2026-03-17', { endsAt: '2026-03-18' }), ['several-days']],
    [event('2026-03-17T19:00', { endsAt: '2026-03-18T01:00' }), []],
    [event('2026-03-17T19:00', { endsAt: '2026-03-17T23:00' }), []],
    [event('2026-03-17T19:00', { online: 'only' }), ['online']],
    [
      event('2026-03-17T19:00', { online: 'also', status: 'cancelled' }),
      ['cancelled', 'also-online'],
    ],
  ])('%#', (captured, notes) => {
    expect(eventNotes(captured, wrapUp())).toEqual(notes);
  });

  test('a zone that the wrap-up names is one', () => {
    const zoned = wrapUp({
      event: { name: '', url: '', startsAt: '', timeZone: 'Europe/Berlin' },
    });
    expect(eventNotes(event('2026-03-17T19:00', {}, '', ''), zoned)).toEqual([]);
    expect(eventNotes(event('2026-03-17T18:00', {}, '', 'UTC'), zoned)).toEqual([]);
  });
});
