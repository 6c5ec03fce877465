import { describe, expect, test } from 'vitest';
import { readEvents } from '../../../lib/page/event.ts';
import { visit } from './support.ts';

const url = 'https://meet.example/de-de/rustlings/events/12';
const read = (data: unknown, body = '') => {
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  return readEvents(visit(url, head, body), url, '2026-03-01').own;
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
    expect(readEvents(visit(url, '', body), url, '2026-03-01').own).toEqual({
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

describe('the place', () => {
  const online = { '@type': 'VirtualLocation', url: 'https://live.example/room' };
  const hall = { '@type': 'Place', name: 'Kontor 7', address: 'Hafenstraße 7,\n Leipzig' };
  const nowhere = { name: '', url: '' };
  test.each([
    ['online, without a name', online, { venue: nowhere, online: 'only' }],
    [
      'online, with a name',
      { ...online, name: 'Stream' },
      { venue: { name: 'Stream', url: 'https://live.example/room' }, online: 'only' },
    ],
    [
      'online, at the page itself',
      { ...online, name: 'Here', url: 'https://meet.example/rustlings/events/12/' },
      { venue: { name: 'Here', url: '' }, online: 'only' },
    ],
    [
      'both',
      [online, hall],
      {
        venue: { name: 'Kontor 7', url: '' },
        venueAddress: 'Hafenstraße 7, Leipzig',
        online: 'also',
      },
    ],
    ['a text', 'Kontor 7, Leipzig', { venue: { name: 'Kontor 7, Leipzig', url: '' } }],
    [
      'an address alone',
      {
        '@type': 'PostalAddress',
        streetAddress: 'Quay 1',
        postalCode: '04109',
        addressLocality: 'Leipzig',
      },
      { venue: nowhere, venueAddress: 'Quay 1, 04109 Leipzig' },
    ],
    ['none', undefined, { venue: nowhere }],
  ])('%s', (_name, location, place) => {
    const { venue, venueAddress, online: how } = read({ ...event, location }) ?? {};
    expect({ venue, venueAddress, online: how }).toEqual({
      venueAddress: undefined,
      online: undefined,
      ...place,
    });
  });

  test.each([
    ['https://schema.org/OnlineEventAttendanceMode', 'only'],
    ['OfflineEventAttendanceMode', undefined],
    ['schema:MixedEventAttendanceMode', 'also'],
  ])('%s', (eventAttendanceMode, expected) => {
    const { location: _, ...nowhereNamed } = event;
    expect(read({ ...nowhereNamed, eventAttendanceMode })?.online).toBe(expected);
  });
});

describe('what else is to be known before it is filled in', () => {
  test.each([
    [{ eventStatus: 'https://schema.org/EventCancelled' }, { status: 'cancelled' }],
    [{ eventStatus: 'EventPostponed' }, { status: 'postponed' }],
    [{ eventStatus: 'https://schema.org/EventScheduled' }, {}],
    [{ endDate: '2026-03-19T17:00:00+01:00' }, { endsAt: '2026-03-19T17:00' }],
    [
      {
        startDate: '2026-07-17T19:00:00+01:00',
        endDate: '2026-07-17T19:00:00Z',
        eventSchedule: { '@type': 'Schedule', scheduleTimezone: 'Europe/Berlin' },
      },
      { startDoubtful: true, endsAt: '2026-07-17T21:00' },
    ],
  ])('%j', (said, expected) => {
    const { status, endsAt, startDoubtful } = read({ ...event, ...said }) ?? {};
    const known = {
      ...(status && { status }),
      ...(endsAt && { endsAt }),
      ...(startDoubtful && { startDoubtful }),
    };
    expect(known).toEqual(expected);
  });
});

test('a schedule gives its first start, and says that it is one', () => {
  const { startDate: _, ...planned } = event;
  const eventSchedule = {
    '@type': 'Schedule',
    startDate: '2026-03-17',
    startTime: '19:00:00',
    repeatFrequency: 'P1M',
    scheduleTimezone: 'Europe/Berlin',
  };
  expect(read({ ...planned, eventSchedule })).toMatchObject({
    event: { startsAt: '2026-03-17T19:00', timeZone: 'Europe/Berlin' },
    firstOfSeries: true,
  });
});

describe('of several events', () => {
  const at = (name: string, day: string, path: string, more: object = {}) => ({
    ...event,
    name,
    startDate: `${day}T19:00:00+01:00`,
    url: `https://meet.example/rustlings/events/${path}`,
    ...more,
  });
  const names = (data: unknown, body = '') => {
    const head = data ? `<script type="application/ld+json">${JSON.stringify(data)}</script>` : '';
    const { own, others } = readEvents(visit(url, head, body), url, '2026-03-01');
    return [own?.event.name, ...others.map((each) => each.event.name)];
  };

  test('the one at the page’s address is its own', () => {
    const events = [at('next', '2026-04-01', '13'), at('this', '2026-02-01', '12')];
    expect(names(events)).toEqual(['this', 'next']);
  });

  test('otherwise the page has no own event; the next ones come first, then the last ones', () => {
    const events = [
      at('long past', '2026-01-01', '1'),
      at('past', '2026-02-01', '2'),
      at('later', '2026-05-17', '3'),
      at('soon', '2026-03-17', '4'),
    ];
    const list = { '@type': 'ItemList', itemListElement: events.map((item) => ({ item })) };
    expect(names(list)).toEqual([undefined, 'soon', 'later', 'past', 'long past']);
  });

  test('an event that is named twice is one event', () => {
    expect(names([at('this', '2026-02-01', '9'), at('this', '2026-02-01', '9')])).toEqual(['this']);
  });

  test('the talks of a conference and the series of a meetup are none of their own', () => {
    const talk = { '@type': 'Event', '@id': '#talk', name: 'A talk' };
    const series = { '@type': 'EventSeries', name: 'Rustling' };
    const whole = at('whole', '2026-02-01', '8', {
      subEvent: [{ '@id': '#talk' }],
      superEvent: series,
    });
    expect(names({ '@graph': [whole, talk] })).toEqual(['whole']);
    const body = `<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Whole</b>
      <div itemprop="subEvent" itemscope itemtype="https://schema.org/Event"><b itemprop="name">Talk</b></div></div>`;
    expect(names(undefined, body)).toEqual(['Whole']);
  });

  test('no more than fifty are listed', () => {
    const many = Array.from({ length: 80 }, (_, n) => at(`n${n}`, '2026-04-01', `${n + 100}`));
    expect(names(many)).toHaveLength(51);
  });
});
