import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { CapturedMediaSchema } from '../../../../lib/core/capture/captured-media.ts';
import { captureMedia } from '../../../../lib/page/media/capture-media.ts';
import { players } from '../../../../lib/sites/registry/pages/players.ts';
import { type Playing, play } from './media-elements.ts';

const page = 'https://talks.example/12/';

function show(html: string): Document {
  document.head.innerHTML = '';
  document.body.innerHTML = html;
  return document;
}
const at = (selector: string) => document.querySelector(selector) as Element;
const start = (selector: string, playing: Playing = {}) => play(at(selector), playing);
const capture = () => captureMedia(document, { top: true }, players);
const medium = () => {
  const { answer } = capture();
  expect(v.safeParse(CapturedMediaSchema, JSON.parse(JSON.stringify(answer))).success).toBe(true);
  return answer.medium;
};

beforeEach(() => void show(''));

describe('the recording in a page', () => {
  it('is read with its time, length and file, and not stopped', () => {
    show(`<video title="Rings all the way"></video>`);
    start('video', { currentTime: 61.5, duration: 3600, currentSrc: `${page}talk.webm` });
    expect(medium()).toMatchObject({
      kind: 'video',
      playing: true,
      currentSeconds: 61.5,
      durationSeconds: 3600,
      live: false,
      expectedSeconds: null,
      sourceUrl: `${page}talk.webm`,
      title: 'Rings all the way',
    });
  });

  it('is none where there is none, and none where a player is still empty', () => {
    expect(medium()).toBeUndefined();
    show('<audio></audio>');
    Object.assign(start('audio'), {});
    Object.defineProperty(at('audio'), 'readyState', { value: 0 });
    Object.defineProperty(at('audio'), 'currentSrc', { value: '' });
    expect(medium()).toBeUndefined();
  });

  it('is the one that is playing, not a larger one that is paused, and not a silent decoration', () => {
    show('<video id="hero"></video><video id="stopped"></video><audio></audio>');
    start('#hero', { muted: true, loop: true, size: [1000, 800] });
    start('#stopped', { paused: true, currentTime: 9, size: [640, 360] });
    start('audio', { currentTime: 42 });
    expect(medium()).toMatchObject({ kind: 'audio', currentSeconds: 42 });
  });

  it('is found in open shadow trees, one in another', () => {
    show('<x-player></x-player>');
    const outer = at('x-player').attachShadow({ mode: 'open' });
    outer.innerHTML = '<x-core></x-core>';
    const inner = (outer.firstChild as Element).attachShadow({ mode: 'open' });
    inner.innerHTML = '<video></video>';
    play(inner.firstChild as Element, { currentTime: 5 });
    expect(medium()).toMatchObject({ currentSeconds: 5 });
  });

  it.each([
    ['live', Number.POSITIVE_INFINITY, { live: true, durationSeconds: null }],
    ['of unknown length', Number.NaN, { live: false, durationSeconds: null }],
  ])('may be %s', (_what, duration, expected) => {
    show('<video></video>');
    start('video', { duration });
    expect(medium()).toMatchObject(expected);
  });

  it('says where its picture is, without the bars beside it', () => {
    show('<video></video>');
    start('video', { size: [800, 600], native: [1600, 900] });
    expect(medium()?.box).toEqual({ x: 10, y: 95, width: 800, height: 450 });
  });

  it('has no picture where it is scrolled out of view', () => {
    show('<video></video>');
    start('video', { size: [800, 600], native: [1600, 900] });
    Object.defineProperty(at('video'), 'getBoundingClientRect', {
      value: () => new DOMRect(0, 5000, 800, 600),
    });
    expect(medium()).toMatchObject({ areaPx: 0, box: null });
  });
});

describe('what the page says of its recording', () => {
  it.each([
    ['<meta itemprop="duration" content="PT1H2M3S">', 3723],
    ['<meta property="og:video:duration" content="90">', 90],
    ['<meta itemprop="duration" content="soon">', null],
  ])('its length: %s', (head, seconds) => {
    show('<video></video>');
    document.head.innerHTML = head;
    start('video');
    expect(medium()?.expectedSeconds).toBe(seconds);
  });

  it('the chapter and the captions of the time, captions only as far as they show', () => {
    show('<video></video>');
    const tracks = (mode: TextTrackMode): NonNullable<Playing['cues']> => [
      {
        kind: 'chapters',
        mode: 'hidden',
        cues: [
          [0, 60, 'Hello'],
          [60, 120, 'The ring'],
        ],
      },
      {
        kind: 'subtitles',
        mode,
        cues: [
          [59, 63, '<v Ada>Every append\nlands in a ring.'],
          [63, 70, 'Later.'],
        ],
      },
    ];
    start('video', { currentTime: 61, cues: tracks('showing') });
    expect(medium()?.chapter).toBe('The ring');
    expect(capture().found?.caption()).toBe('Every append lands in a ring.');
    start('video', { currentTime: 61, cues: tracks('hidden') });
    expect(capture().found?.caption()).toBe('');
  });

  it('the players of others that it embeds', () => {
    show(
      '<iframe src="//www.youtube.com/embed/aaaaaaaaaaa"></iframe><iframe src="about:blank"></iframe>',
    );
    expect(capture().answer.embeds).toEqual([
      expect.stringMatching(/^https?:\/\/www\.youtube\.com\/embed\/aaaaaaaaaaa$/),
    ]);
  });
});

describe('YouTube’s player', () => {
  const player = (inside: string, classes = '') => `
    <ytd-watch-flexy video-id="bbbbbbbbbbb"><div id="movie_player" class="html5-video-player ${classes}">
      <video></video>${inside}</div></ytd-watch-flexy>`;

  it('names its recording, chapter and the captions it draws', () => {
    show(
      player(`<a class="ytp-title-link" href="https://www.youtube.com/watch?v=aaaaaaaaaaa">Rings</a>
        <div class="ytp-chapter-title-content">The ring</div>
        <span class="ytp-caption-segment">Every append</span> <span class="ytp-caption-segment">lands here.</span>`),
    );
    start('video', { currentTime: 5 });
    expect(medium()).toMatchObject({
      playerUrl: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      title: 'Rings',
      chapter: 'The ring',
      adShowing: false,
      live: false,
    });
    expect(capture().found?.caption()).toBe('Every append lands here.');
  });

  it('is named by the page around it where it is not itself', () => {
    show(player('<a class="ytp-title-link"></a>'));
    start('video');
    expect(medium()?.playerUrl).toBe('https://www.youtube.com/watch?v=bbbbbbbbbbb');
  });

  it('says when an advertisement plays, and when a stream is live', () => {
    show(player('<div class="ytp-time-display ytp-live"></div>', 'ad-showing'));
    start('video', { duration: 15 });
    expect(medium()).toMatchObject({ adShowing: true, live: true });
  });

  it('of a poisoned page says nothing that breaks a record', () => {
    show(
      player(`<a class="ytp-title-link" href="javascript:alert(1)">${'x'.repeat(5000)}</a>
        <div class="ytp-chapter-title-content">${'y '.repeat(5000)}</div>`),
    );
    start('video', { currentTime: -4 });
    expect(medium()).toMatchObject({
      playerUrl: 'https://www.youtube.com/watch?v=bbbbbbbbbbb',
      currentSeconds: 0,
    });
  });
});
