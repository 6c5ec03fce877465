import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalEventUrl, parseEventAddress } from '../../../lib/sites/event-address.ts';
import { eventSites } from '../../../lib/sites/registry/addresses/events.ts';
import { anyText } from '../../support/any-text.ts';
import { tries } from '../../support/property-tries.ts';

const uuid = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

describe('an event has one address, whatever the reader speaks', () => {
  test.each([
    [
      'https://www.meetup.com/de-de/tide-pool/events/301234567?eventOrigin=x',
      'https://www.meetup.com/tide-pool/events/301234567/',
    ],
    [
      'https://meetup.com/tide-pool/events/rhbcjtyhcnbkc/attendees/',
      'https://www.meetup.com/tide-pool/events/rhbcjtyhcnbkc/',
    ],
    ['https://lu.ma/rings-7?tk=abc&utm_source=x', 'https://luma.com/rings-7'],
    ['https://luma.com/event/evt-AbC123', 'https://luma.com/event/evt-AbC123'],
    [
      'https://www.eventbrite.de/e/rings-and-tides-tickets-123456789012?aff=x',
      'https://www.eventbrite.de/e/rings-and-tides-tickets-123456789012',
    ],
    ['https://eventbrite.com/e/123456789012', 'https://www.eventbrite.com/e/123456789012'],
    ['https://pretix.eu/tides/rings7/?lang=de', 'https://pretix.eu/tides/rings7/'],
    ['https://pretix.eu/tides/rings7/redeem?voucher=secret', 'https://pretix.eu/tides/rings7/'],
    [
      `https://events.tides.example/events/${uuid.toUpperCase()}?lang=en`,
      `https://events.tides.example/events/${uuid}`,
    ],
    [
      'https://gettogether.community/events/123/rings-7/',
      'https://gettogether.community/events/123/rings-7/',
    ],
  ])('%s', (address, canonicalUrl) => {
    expect(parseEventAddress(address)).toMatchObject({ kind: 'event', canonicalUrl });
    expect(canonicalEventUrl(canonicalUrl)).toBe(canonicalUrl);
  });
});

test('a group has one, too', () => {
  expect(parseEventAddress('https://www.meetup.com/de-DE/tide-pool/')).toMatchObject({
    kind: 'group',
    canonicalUrl: 'https://www.meetup.com/tide-pool/',
  });
});

describe('any other address only loses what tracks', () => {
  test.each([
    ['https://tides.example/de/events/7?utm_source=x', 'https://tides.example/de/events/7'],
    ['https://www.meetup.com/find/?keywords=rings', 'https://www.meetup.com/find/?keywords=rings'],
    ['https://luma.com/discover', 'https://luma.com/discover'],
    [
      'https://meetup.com.evil.example/a/events/12345/',
      'https://meetup.com.evil.example/a/events/12345/',
    ],
    ['https://pretix.eu/about/en/', 'https://pretix.eu/about/en/'],
    ['not an address', 'not an address'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['', ''],
  ])('%s', (address, expected) => {
    expect(parseEventAddress(address)).toBeUndefined();
    expect(canonicalEventUrl(address)).toBe(expected);
  });
});

describe('the registry', () => {
  test('has every host once', () => {
    const hosts = eventSites.flatMap((site) => site.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test('no address makes a site fail, and a canonical address is its own', () => {
    const hosts = [...eventSites.flatMap((site) => site.hosts), 'tides.example'];
    const part = fc.oneof(
      anyText(20),
      fc.constantFrom('de-de', 'events', 'event', 'e', '12345', uuid, 'tide-pool', 'x-123456789'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...hosts), fc.array(part, { maxLength: 5 }), (host, path) => {
        const event = parseEventAddress(`https://${host}/${path.join('/')}`);
        if (event) expect(parseEventAddress(event.canonicalUrl)).toEqual(event);
      }),
      tries(150),
    );
  });
});
