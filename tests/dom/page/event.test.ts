import { describe, expect, test } from 'vitest';
import { readEvent } from '../../../lib/page/event.ts';
import { eventStart } from '../../../lib/page/event-start.ts';
import { visit } from './support.ts';

const url = 'https://meet.example/de-de/rustlings/events/12';
const read = (data: unknown, body = '') => {
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  return readEvent(visit(url, head, body), url, '2026-03-01');
};

const event = {
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: 'Rustling Meetup #12',
  url: 'https://meet.example/rustlings/events/12/?utm_source=x',
  startDate: '2026-03-17T19:00:00+01:00',
  location: {
    '@type': 'Place',
    name: 'Kontor 7',
    url: 'https://kontor7.example',
    address: { '@type': 'PostalAddress', addressLocality: 'Leipzig' },
  },
  organizer: { '@type': 'Organization', name: 'Rustlings', url: 'https://meet.example/rustlings' },
  performer: [{ '@type': 'Person', name: 'Ada Example', url: 'https://social.example/@ada' }, 'Bo'],
};

describe('an event is read as the page says it', () => {
  test('in JSON-LD', () => {
    expect(read(event)).toEqual({
      event: {
        name: 'Rustling Meetup #12',
        url,
        startsAt: '2026-03-17T19:00',
        timeZone: '+01:00',
      },
      venue: { name: 'Kontor 7', url: 'https://kontor7.example/' },
      organiser: { name: 'Rustlings', url: 'https://meet.example/rustlings' },
      performers: [
        { name: 'Ada Example', url: 'https://social.example/@ada' },
        { name: 'Bo', url: '' },
      ],
      venueAddress: 'Leipzig',
    });
  });

  test.each(['SocialEvent', 'https://schema.org/BusinessEvent', 'Festival', 'Hackathon'])(
    'of the type %s',
    (type) => {
      expect(read({ ...event, '@type': type })?.event.name).toBe('Rustling Meetup #12');
    },
  );

  test('with its place named elsewhere in a graph', () => {
    const graph = {
      '@graph': [
        { ...event, location: { '@id': '#place' } },
        { '@type': 'Place', '@id': '#place', name: 'Kontor 7' },
      ],
    };
    expect(read(graph)?.venue).toEqual({ name: 'Kontor 7', url: '' });
  });

  test('a place one can go to comes before an online one', () => {
    const location = [
      { '@type': 'VirtualLocation', name: 'Stream', url: 'https://live.example' },
      { '@type': 'Place', name: 'Kontor 7' },
    ];
    expect(read({ ...event, location })?.venue.name).toBe('Kontor 7');
  });

  test('in microdata', () => {
    const body = `<div itemscope itemtype="https://schema.org/MusicEvent">
      <h1 itemprop="name">Rustling  Night</h1><time itemprop="startDate" datetime="2026-03-17T19:00+01:00">x</time>
      <div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Kontor 7</span><a itemprop="url" href="https://kontor7.example/">web</a></div>
      <span itemprop="performer" itemscope><b itemprop="name">Ada Example</b></span></div>`;
    expect(readEvent(visit(url, '', body), url, '2026-03-01')).toEqual({
      event: { name: 'Rustling Night', url, startsAt: '2026-03-17T19:00', timeZone: '+01:00' },
      venue: { name: 'Kontor 7', url: 'https://kontor7.example/' },
      organiser: { name: '', url: '' },
      performers: [{ name: 'Ada Example', url: '' }],
    });
  });

  test('no event, or one without a name, is none', () => {
    expect(read({ '@type': 'Article', name: 'Rings' })).toBeUndefined();
    expect(read({ ...event, name: '' })).toBeUndefined();
  });
});

describe('of several events', () => {
  const at = (name: string, day: string, path: string) => ({
    ...event,
    name,
    startDate: `${day}T19:00:00+01:00`,
    url: `https://meet.example/rustlings/events/${path}`,
  });

  test('the one at the page’s address is taken', () => {
    const events = [at('next', '2026-04-01', '13'), at('this', '2026-02-01', '12')];
    expect(read(events)?.event.name).toBe('this');
  });

  test('else the first that is not over', () => {
    const events = [at('past', '2026-02-01', '1'), at('soon', '2026-03-17', '2')];
    expect(
      read({ '@type': 'ItemList', itemListElement: events.map((item) => ({ item })) })?.event,
    ).toMatchObject({ name: 'soon', url: 'https://meet.example/rustlings/events/2' });
  });
});

describe('a start is the wall clock at the venue', () => {
  test.each([
    ['2026-03-17T19:00:00+01:00', '', '2026-03-17T19:00', '+01:00'],
    ['2026-03-17T19:00+0530', '', '2026-03-17T19:00', '+05:30'],
    ['2026-03-17 19:00', '', '2026-03-17T19:00', ''],
    ['2026-03-17T19:00', 'Europe/Berlin', '2026-03-17T19:00', 'Europe/Berlin'],
    ['2026-03-17T18:00:00Z', '', '2026-03-17T18:00', 'UTC'],
    ['2026-03-17T18:00:00.000Z', 'Europe/Berlin', '2026-03-17T19:00', 'Europe/Berlin'],
    ['2026-07-17T17:00:00Z', 'Europe/Berlin', '2026-07-17T19:00', 'Europe/Berlin'],
    ['2026-03-17', '', '2026-03-17', ''],
    ['2026-02-30T19:00', '', '', ''],
    ['2026-03-17T19:00', 'Not/AZone', '2026-03-17T19:00', ''],
    ['soon', '', '', ''],
  ])('%s in %j', (startDate, zone, startsAt, timeZone) => {
    expect(eventStart(startDate, zone)).toEqual({ startsAt, timeZone });
  });
});
