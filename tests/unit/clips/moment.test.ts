import { describe, expect, it } from 'vitest';
import {
  findMediaUrl,
  isDoubtful,
  momentFingerprint,
  momentStart,
  nearFingerprints,
} from '../../../lib/clips/moment.ts';
import { compareMedia } from '../../../lib/core/capture/captured-media.ts';

const none = { frameUrl: '', playerUrl: '', canonicalUrl: '', sourceUrl: '' };

describe('the address of a recording', () => {
  it.each([
    [
      'the page',
      { frameUrl: 'https://www.youtube.com/watch?v=aaaaaaaaaaa&t=3' },
      'https://youtu.be/aaaaaaaaaaa',
    ],
    [
      'the player, on a page that names none',
      {
        frameUrl: 'https://www.youtube.com/',
        playerUrl: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      },
      'https://youtu.be/aaaaaaaaaaa',
    ],
    [
      'the canonical address of a page that embeds it',
      { frameUrl: 'https://tube.example/x', canonicalUrl: 'https://vimeo.com/123456' },
      'https://vimeo.com/123456',
    ],
    [
      'a bare file',
      {
        frameUrl: 'https://talks.example/12/',
        canonicalUrl: 'https://talks.example/12/',
        sourceUrl: 'https://cdn.example/12.webm',
      },
      'https://cdn.example/12.webm',
    ],
    [
      'the page, where the file’s address will not last',
      {
        frameUrl: 'https://pod.example/12',
        canonicalUrl: 'https://pod.example/12',
        sourceUrl: 'https://cdn.example/12.mp3?Expires=1&Signature=x',
      },
      'https://pod.example/12',
    ],
    [
      'the page, where it feeds its player itself',
      {
        frameUrl: 'https://pod.example/12?utm_source=x#top',
        sourceUrl: 'blob:https://pod.example/1',
      },
      'https://pod.example/12',
    ],
  ])('is that of %s', (_what, addresses, url) => {
    expect(findMediaUrl({ ...none, ...addresses })).toEqual({ url, agree: true });
  });

  it('is the player’s where the page has gone on to another, and then to be looked at', () => {
    expect(
      findMediaUrl({
        ...none,
        frameUrl: 'https://www.youtube.com/watch?v=bbbbbbbbbbb',
        playerUrl: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      }),
    ).toEqual({ url: 'https://youtu.be/aaaaaaaaaaa', agree: false });
  });
});

describe('a moment’s time', () => {
  const sure = {
    adShowing: false,
    live: false,
    durationSeconds: 3600,
    expectedSeconds: null,
    expectedUrl: '',
    currentSeconds: 60,
  };
  it.each([
    ['while an advertisement plays', { adShowing: true }, true],
    ['in a live stream', { live: true, durationSeconds: null }, true],
    ['in something of unknown length', { durationSeconds: null }, true],
    ['behind the end', { currentSeconds: 3700 }, true],
    ['where the page says the same length', { expectedSeconds: 3601 }, false],
    ['where a recording is a little shorter than it says', { expectedSeconds: 3660 }, false],
    [
      'where the page’s recording is an hour and this takes 15 seconds',
      { durationSeconds: 15, currentSeconds: 3, expectedSeconds: 3600 },
      true,
    ],
    [
      'where the page’s head is still that of the last recording',
      { expectedSeconds: 60, expectedUrl: 'https://www.youtube.com/watch?v=bbbbbbbbbbb' },
      false,
    ],
    ['where nothing speaks against it', {}, false],
  ])('%s is doubtful: %#', (_when, changes, doubtful) => {
    expect(isDoubtful({ ...sure, ...changes }, 'https://youtu.be/aaaaaaaaaaa')).toBe(doubtful);
  });

  it('is rounded down to the second, so no word is missed', () => {
    expect(momentStart(61.99, 0)).toBe(61);
    expect(momentStart(61.99, 10)).toBe(51);
    expect(momentStart(4, 10)).toBe(0);
  });
});

describe('two moments', () => {
  const [long, short] = [
    'https://www.youtube.com/watch?v=aaaaaaaaaaa',
    'https://youtu.be/aaaaaaaaaaa',
  ];
  it('at the same second of the same recording are one, whatever the address’s form', async () => {
    expect(await momentFingerprint(long, 60)).toBe(await momentFingerprint(short, 60));
    expect(await momentFingerprint(long, 60)).not.toBe(await momentFingerprint(short, 61));
  });
  it('of pages whose query names the recording are two', async () => {
    expect(await momentFingerprint('https://tube.example/?id=1', 60)).not.toBe(
      await momentFingerprint('https://tube.example/?id=2', 60),
    );
  });
  it('a second apart count as one', async () => {
    expect(await nearFingerprints(short, 60)).toEqual(
      await Promise.all([60, 59, 61].map((at) => momentFingerprint(short, at))),
    );
    expect(await nearFingerprints(short, 0)).toHaveLength(2);
  });
});

it('of several recordings the one that is meant comes first', () => {
  const medium = { playing: false, decorative: false, started: false, areaPx: 100 };
  const talk = { ...medium, playing: true };
  const small = { ...talk, areaPx: 10 };
  const hero = { ...talk, decorative: true, areaPx: 1_000_000 };
  const stopped = { ...medium, started: true };
  const untouched = { ...medium, areaPx: 500 };
  expect([untouched, hero, small, stopped, talk].toSorted(compareMedia)).toEqual([
    talk,
    small,
    stopped,
    hero,
    untouched,
  ]);
});
