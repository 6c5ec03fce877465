import { describe, expect, test } from 'vitest';
import { captureFixture } from './fixture.ts';

const twelfth = {
  event: {
    name: 'Rustling Meetup #12',
    url: '',
    startsAt: '2026-03-17T19:00',
    timeZone: 'Europe/Berlin',
  },
  venue: { name: 'Kontor 7', url: '' },
  organiser: { name: 'Rustlings', url: '' },
  performers: [],
};

describe('an event page fills in all that it says, in the zone that it means', () => {
  test.each([
    [
      'meetup/event.html',
      {
        ...twelfth,
        event: { ...twelfth.event, url: 'https://www.meetup.com/rustlings/events/312345678/' },
        organiser: { name: 'Rustlings', url: 'https://www.meetup.com/rustlings/' },
        venueAddress: 'Hafenstraße 7, Leipzig',
      },
    ],
    [
      'meetup/old.html',
      {
        event: {
          name: 'Rustling Meetup #3',
          url: 'https://www.meetup.com/rustlings/events/298765432/',
          startsAt: '2024-07-18T19:00',
          timeZone: 'Europe/Berlin',
        },
        venue: { name: 'Kontor 7', url: '' },
        organiser: { name: 'Rustlings', url: 'https://www.meetup.com/rustlings/' },
        performers: [],
        venueAddress: 'Hafenstraße 7, Leipzig',
      },
    ],
    [
      'meetup/online.html',
      {
        ...twelfth,
        event: { ...twelfth.event, url: 'https://www.meetup.com/rustlings/events/312345679/' },
        venue: { name: '', url: '' },
        organiser: { name: 'Rustlings', url: 'https://www.meetup.com/rustlings/' },
        endsAt: '2026-03-17T21:00',
        status: 'cancelled',
        online: 'only',
      },
    ],
    [
      'luma/event.html',
      {
        ...twelfth,
        event: {
          ...twelfth.event,
          url: 'https://luma.com/rustlings12',
          // 17:00 UTC in July: daylight saving.
          startsAt: '2026-07-17T19:00',
        },
        organiser: { name: 'Ada Example', url: 'https://luma.com/user/ada' },
        venueAddress: 'Hafenstraße 7, 04109 Leipzig',
      },
    ],
    [
      'luma/without-json-ld.html',
      {
        ...twelfth,
        event: {
          name: 'Rustling Meetup #13',
          url: 'https://luma.com/rustlings13',
          // 18:30 UTC on the day that daylight saving ended.
          startsAt: '2026-10-25T19:30',
          timeZone: 'Europe/Berlin',
        },
        organiser: { name: 'Rustlings', url: 'https://luma.com/rustlings' },
        venueAddress: 'Kontor 7, Hafenstraße 7, 04109 Leipzig',
      },
    ],
    [
      'eventbrite/event.html',
      {
        ...twelfth,
        event: {
          ...twelfth.event,
          url: 'https://www.eventbrite.de/e/rustling-meetup-12-tickets-1234567890123',
        },
        organiser: { name: 'Rustlings', url: 'https://www.eventbrite.de/o/rustlings-987654' },
        venueAddress: 'Hafenstraße 7, 04109 Leipzig',
      },
    ],
    [
      'pretix/event.html',
      {
        ...twelfth,
        event: { ...twelfth.event, url: 'https://pretix.eu/rustlings/12/' },
        organiser: { name: '', url: '' },
        venueAddress: 'Kontor 7, Hafenstraße 7, 04109 Leipzig',
      },
    ],
    [
      'mobilizon/event.html',
      {
        ...twelfth,
        event: {
          ...twelfth.event,
          url: 'https://mobilizon.tide.example/events/0b7c1a52-57d6-4c0f-8b1e-2f3a4b5c6d7e',
          startsAt: '2026-07-17T19:00',
        },
        organiser: { name: 'Rustlings', url: 'https://mobilizon.tide.example/@rustlings' },
        venueAddress: 'Hafenstraße 7, 04109 Leipzig',
        endsAt: '2026-07-17T21:00',
        status: 'cancelled',
        online: 'also',
      },
    ],
    [
      'gettogether/canceled.html',
      {
        ...twelfth,
        event: {
          ...twelfth.event,
          url: 'https://gettogether.community/events/1235/rustling-meetup-12/',
        },
        venue: { name: '', url: '' },
        organiser: { name: 'Rustlings', url: 'https://gettogether.community/rustlings/' },
        status: 'cancelled',
      },
    ],
    [
      'gettogether/event.html',
      {
        event: {
          ...twelfth.event,
          url: 'https://gettogether.community/events/1234/rustling-meetup-12/',
          startsAt: '2026-03-17T19:30',
        },
        venue: { name: 'Kontor 7', url: 'https://gettogether.community/places/55/' },
        organiser: { name: 'Rustlings', url: 'https://gettogether.community/rustlings/' },
        performers: [{ name: 'Ada Example', url: 'https://gettogether.community/speaker/8/' }],
      },
    ],
  ])('%s', (path, event) => {
    const captured = captureFixture(path, 'event');
    expect(captured.events).toEqual([event]);
    expect(captured.page.canonicalUrl).toBe(event.event.url);
    expect(captureFixture(path, 'inspect').hasEvent).toBe(true);
  });
});

test('a group’s page gives all that it announces, the next one first', () => {
  expect(captureFixture('meetup/group.html', 'inspect').hasEvent).toBe(true);
  const { events } = captureFixture('meetup/group.html', 'event');
  expect(events?.map(({ event }) => [event.name, event.url, event.startsAt])).toEqual([
    [
      'Rustling Meetup #12',
      'https://www.meetup.com/rustlings/events/312345678/',
      '2026-03-17T19:00',
    ],
    [
      'Rustling Meetup #13',
      'https://www.meetup.com/rustlings/events/312345680/',
      '2026-04-21T19:00',
    ],
  ]);
});

test('a link to a calendar’s file is noticed', () => {
  expect(captureFixture('pretix/event.html', 'event').calendarUrl).toBe(
    'https://pretix.eu/rustlings/12/ical/',
  );
  expect(captureFixture('meetup/event.html', 'event').calendarUrl).toBeUndefined();
});
