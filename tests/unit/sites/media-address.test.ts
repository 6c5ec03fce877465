import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  momentOf,
  momentUrl,
  parseMediaAddress,
  sameMedia,
  sitesFor,
} from '../../../lib/sites/media-address.ts';
import { mediaSites } from '../../../lib/sites/registry/addresses/media.ts';
import { anyText } from '../../support/any-text.ts';

const uuid = '9c9de5e8-0a1e-484a-b099-e80766180a6d';
const short = 'kkGMgK9ZtnKfYAgnEtQxbv';

describe('a recording is known by its address', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abc-DEF_123', 'youtube', 'https://youtu.be/abc-DEF_123'],
    [
      'https://m.youtube.com/watch?list=PL1&v=abc-DEF_123&t=4',
      'youtube',
      'https://youtu.be/abc-DEF_123',
    ],
    ['http://youtube.com/watch/?v=abc-DEF_123#x', 'youtube', 'https://youtu.be/abc-DEF_123'],
    ['https://www.youtube.com/live/abc-DEF_123?si=x', 'youtube', 'https://youtu.be/abc-DEF_123'],
    ['https://www.youtube.com/shorts/abc-DEF_123', 'youtube', 'https://youtu.be/abc-DEF_123'],
    [
      'https://www.youtube.com/embed/abc-DEF_123?start=5',
      'youtube',
      'https://youtu.be/abc-DEF_123',
    ],
    ['https://www.youtube.com/v/abc-DEF_123', 'youtube', 'https://youtu.be/abc-DEF_123'],
    ['https://music.youtube.com/watch?v=abc-DEF_123', 'youtube', 'https://youtu.be/abc-DEF_123'],
    [
      'https://www.youtube-nocookie.com/embed/abc-DEF_123',
      'youtube',
      'https://youtu.be/abc-DEF_123',
    ],
    ['https://youtu.be/abc-DEF_123?t=2756', 'youtube', 'https://youtu.be/abc-DEF_123'],
    ['https://vimeo.com/123456789', 'vimeo', 'https://vimeo.com/123456789'],
    [
      'https://vimeo.com/123456789/abcdef0123?share=copy',
      'vimeo',
      'https://vimeo.com/123456789/abcdef0123',
    ],
    [
      'https://player.vimeo.com/video/123456789?h=abcdef0123',
      'vimeo',
      'https://vimeo.com/123456789/abcdef0123',
    ],
    ['https://vimeo.com/channels/staffpicks/123456789', 'vimeo', 'https://vimeo.com/123456789'],
    ['https://vimeo.com/groups/tides/videos/123456789', 'vimeo', 'https://vimeo.com/123456789'],
    ['https://vimeo.com/showcase/77/video/123456789', 'vimeo', 'https://vimeo.com/123456789'],
    [
      'https://media.ccc.de/v/tide2025-12-rings#t=90',
      'media-ccc',
      'https://media.ccc.de/v/tide2025-12-rings',
    ],
    [
      'https://www.twitch.tv/videos/123456789?t=1m',
      'twitch',
      'https://www.twitch.tv/videos/123456789',
    ],
    ['https://m.twitch.tv/videos/123456789', 'twitch', 'https://www.twitch.tv/videos/123456789'],
    ['https://www.twitch.tv/tides/v/123456789', 'twitch', 'https://www.twitch.tv/videos/123456789'],
    [
      'https://player.twitch.tv/?video=v123456789&parent=a.example&time=1h2m3s',
      'twitch',
      'https://www.twitch.tv/videos/123456789',
    ],
    [
      'https://yewtu.be/watch?v=abc-DEF_123&listen=true',
      'invidious',
      'https://yewtu.be/watch?v=abc-DEF_123',
    ],
    [
      'https://inv.nadeko.net/embed/abc-DEF_123?t=5',
      'invidious',
      'https://inv.nadeko.net/watch?v=abc-DEF_123',
    ],
    [
      'https://media.ccc.de/v/tide2025-12-rings#l=eng&t=90',
      'media-ccc',
      'https://media.ccc.de/v/tide2025-12-rings',
    ],
    [`https://tube.example/w/${short}`, 'peertube', `https://tube.example/w/${short}`],
    [
      `https://tube.example/videos/watch/${uuid}?start=3s`,
      'peertube',
      `https://tube.example/w/${short}`,
    ],
    [
      `https://tube.example:8443/videos/embed/${uuid}`,
      'peertube',
      `https://tube.example:8443/w/${short}`,
    ],
    [
      'https://pod.example/e/12.mp3?utm_source=x&k=1#t=5',
      'file',
      'https://pod.example/e/12.mp3?k=1',
    ],
    ['https://a.example/Talk%20One.WebM', 'file', 'https://a.example/Talk%20One.WebM'],
  ])('%s', (address, site, canonicalUrl) => {
    expect(parseMediaAddress(address)).toMatchObject({ site, canonicalUrl });
  });
});

describe('what only looks like a recording is not taken for one', () => {
  test.each([
    'https://www.youtube.com/embed/videoseries?list=PL1',
    'https://www.youtube.com/embed/live_stream?channel=UC1',
    'https://www.youtube.com/@somebody',
    'https://www.youtube.com/playlist?list=PL1',
    'https://www.youtube.com/watch?v=short',
    'https://youtu.be/',
    'https://notyoutube.com/watch?v=abc-DEF_123',
    'https://youtube.com.evil.example/watch?v=abc-DEF_123',
    'https://evil.example/?u=https://youtu.be/abc-DEF_123',
    'https://vimeo.com/about',
    'https://www.twitch.tv/tides',
    'https://www.twitch.tv/directory/all',
    'https://clips.twitch.tv/RingsAllTheWay',
    'https://yewtu.be/channel/UC123456789',
    'https://a.example/watch?v=abc-DEF_123',
    'https://vimeo.com/event/123',
    'https://media.ccc.de/c/tide2025',
    'https://a.example/w/wiki',
    `https://a.example/w/p/${short}`,
    'https://a.example/w/zzzzzzzzzzzzzzzzzzzzzz',
    'https://a.example/talk.mp4.html',
    'https://a.example/?file=talk.mp4',
    'javascript:alert(1)//talk.mp4',
    'file:///home/me/talk.mp4',
    'data:video/mp4,x.mp4',
    `https://a.example/${'x'.repeat(20_000)}.mp4`,
    'https://',
    'not an address',
    '',
  ])('%s', (address) => {
    expect(parseMediaAddress(address)).toBeUndefined();
    expect(momentUrl(address, 2756)).toBe(address);
  });
});

describe('a moment has the address its site documents', () => {
  test.each([
    [
      'https://www.youtube.com/watch?v=abc-DEF_123&list=PL1',
      2756,
      undefined,
      'https://youtu.be/abc-DEF_123?t=2756',
    ],
    ['https://youtu.be/abc-DEF_123?t=1', 2756.8, 2800, 'https://youtu.be/abc-DEF_123?t=2756'],
    [
      'https://vimeo.com/123456789/abcdef0123',
      2756,
      undefined,
      'https://vimeo.com/123456789/abcdef0123#t=2756s',
    ],
    ['https://media.ccc.de/v/rings', 2756, undefined, 'https://media.ccc.de/v/rings#t=2756'],
    [
      'https://www.twitch.tv/videos/123456789?t=1h',
      2756,
      2800,
      'https://www.twitch.tv/videos/123456789?t=0h45m56s',
    ],
    [
      'https://yewtu.be/watch?v=abc-DEF_123',
      2756.9,
      2800,
      'https://yewtu.be/watch?v=abc-DEF_123&t=2756&end=2800',
    ],
    [
      `https://tube.example/w/${short}`,
      2756,
      undefined,
      `https://tube.example/w/${short}?start=45m56s`,
    ],
    [
      `https://tube.example/w/${short}`,
      0,
      3600,
      `https://tube.example/w/${short}?start=0s&stop=1h`,
    ],
    ['https://a.example/t.webm?k=1#t=3', 12.5, undefined, 'https://a.example/t.webm?k=1#t=12'],
    ['https://a.example/t.webm', 10, 20, 'https://a.example/t.webm#t=10,20'],
    ['https://a.example/t.webm', 20, 10, 'https://a.example/t.webm#t=20'],
    ['https://a.example/t.webm', Number.NaN, undefined, 'https://a.example/t.webm#t=0'],
  ])('%s from %d to %s', (address, start, end, expected) => {
    expect(momentUrl(address, start, end)).toBe(expected);
  });

  test('and is read back from it', () => {
    const addresses = [
      'https://youtu.be/abc-DEF_123',
      'https://vimeo.com/123456789',
      'https://media.ccc.de/v/rings',
      'https://www.twitch.tv/videos/1',
      'https://yewtu.be/watch?v=abc-DEF_123',
      `https://tube.example/w/${short}`,
      'https://a.example/t.webm',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...addresses),
        fc.integer({ min: 0, max: 500_000 }),
        (address, startSeconds) => {
          const moment = momentUrl(address, startSeconds);
          expect(momentOf(moment)).toEqual({ startSeconds });
          expect(sameMedia(moment, address)).toBe(true);
        },
      ),
    );
  });
});

describe('the time an address asks for', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abc-DEF_123&t=45m56s', { startSeconds: 2756 }],
    ['https://www.youtube.com/watch?v=abc-DEF_123#t=1h2m3s', { startSeconds: 3723 }],
    [
      'https://www.youtube.com/embed/abc-DEF_123?start=10&end=20',
      { startSeconds: 10, endSeconds: 20 },
    ],
    ['https://vimeo.com/123456789#t=1m10s', { startSeconds: 70 }],
    ['https://player.twitch.tv/?video=v1&time=1h2m3s', { startSeconds: 3723 }],
    ['https://media.ccc.de/v/rings#l=eng&t=90', { startSeconds: 90 }],
    [`https://tube.example/w/${short}?start=1m&stop=2m30s`, { startSeconds: 60, endSeconds: 150 }],
    ['https://a.example/t.webm#t=12.5', { startSeconds: 12.5 }],
    ['https://a.example/t.webm#track=audio&t=npt:10,0:20', { startSeconds: 10, endSeconds: 20 }],
    ['https://a.example/t.webm#t=,20', { startSeconds: 0, endSeconds: 20 }],
    ['https://a.example/t.webm#t=20,10', { startSeconds: 20 }],
    ['https://a.example/t.webm#t=smpte:1,2', undefined],
    ['https://a.example/t.webm', undefined],
    ['https://a.example/page#t=12', undefined],
  ])('%s', (address, span) => {
    expect(momentOf(address)).toEqual(span);
  });
});

describe('the same recording', () => {
  test.each([
    ['https://youtu.be/abc-DEF_123?t=5', 'https://www.youtube.com/live/abc-DEF_123', true],
    ['https://youtu.be/abc-DEF_123', 'https://youtu.be/abc-DEF_124', false],
    ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?h=abcdef0123', true],
    [`https://one.example/w/${short}`, `https://two.example/videos/watch/${uuid}`, true],
    ['https://a.example/t.mp3#t=5', 'https://a.example/t.mp3?utm_source=x', true],
    ['https://a.example/show/1?utm_source=x#part', 'https://a.example/show/1', true],
    ['https://a.example/show/1', 'https://a.example/show/2', false],
    ['https://a.example/show/1', 'https://youtu.be/abc-DEF_123', false],
    ['', '', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameMedia(one, other)).toBe(same);
    expect(sameMedia(other, one)).toBe(same);
  });
});

describe('the registry', () => {
  test('names every site once, and every host under one site', () => {
    const ids = mediaSites.map((site) => site.id);
    const hosts = mediaSites.flatMap((site) => site.hosts);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test.each([
    'https://youtu.be/abc-DEF_123',
    'https://vimeo.com/1',
    'https://media.ccc.de/v/rings.mp4',
    'https://www.twitch.tv/videos/1',
    'https://yewtu.be/watch?v=abc-DEF_123',
    `https://tube.example/w/${short}`,
    'https://a.example/t.mp4',
  ])('has one site for %s', (address) => {
    const url = new URL(address);
    const parsing = sitesFor(url.hostname).filter((site) => site.parse(url));
    expect(parsing).toHaveLength(1);
  });

  test('no address makes a site fail', () => {
    const hosts = ['youtu.be', 'www.youtube.com', 'vimeo.com', 'media.ccc.de', 'täglich.example'];
    const text = anyText();
    const address = fc
      .tuple(fc.constantFrom(...hosts), fc.array(text, { maxLength: 4 }), text, text)
      .map(([host, path, query, hash]) => `https://${host}/${path.join('/')}?${query}#${hash}`);
    fc.assert(
      fc.property(fc.oneof(address, text), fc.double(), (given, seconds) => {
        parseMediaAddress(given);
        momentOf(given);
        expect(momentUrl(given, seconds)).toBeTypeOf('string');
      }),
    );
  });
});
