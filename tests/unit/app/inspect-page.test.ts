import { describe, expect, it } from 'vitest';
import { inspectPage } from '../../../lib/app/inspect-page.ts';
import { readPlayback, seekRecording } from '../../../lib/app/playback.ts';
import type { MediaReader, PageReader } from '../../../lib/app/ports.ts';
import { failure } from '../../../lib/core/base/errors.ts';
import { fail, ok } from '../../../lib/core/base/result.ts';
import type { CapturedMedia } from '../../../lib/core/capture/captured-media.ts';
import type { Playback } from '../../../lib/core/media/recording.ts';
import type { PageInfo } from '../../../lib/core/source/source.ts';
import { mediaFrame, medium } from '../../support/fake-camera.ts';
import { pageInfo } from '../../support/records.ts';

const watch = 'https://www.youtube.com/watch?v=aaaaaaaaaaa';
const recorded = 'https://youtu.be/aaaaaaaaaaa';

const pagesWith = (changes: Partial<PageInfo> = {}, more: object = {}): PageReader => ({
  read: async () =>
    ok([
      {
        frameId: 0,
        answer: {
          frame: { top: true, focused: true },
          page: pageInfo(changes),
          hasSelection: false,
          selectionPreview: '',
          hasEvent: false,
          ...more,
        },
      },
    ]),
});

/** A tab whose frames answer `frames`; `held` is what is stored there. */
function mediaWith(frames: CapturedMedia[], held: Playback | null = null) {
  const asked: string[] = [];
  const media: MediaReader = {
    read: async () => {
      asked.push('all frames');
      return ok(frames.map((answer, frameId) => ({ frameId, answer })));
    },
    caption: async () => '',
    playback: async (_, frameId) => {
      asked.push(`frame ${frameId}`);
      return held;
    },
    seek: async (_, frameId, seconds) => {
      asked.push(`frame ${frameId} to ${seconds}`);
      return true;
    },
  };
  return { media, asked };
}

describe('what a page offers', () => {
  const inspect = async (pages: PageReader, frames: CapturedMedia[] = []) => {
    const found = await inspectPage({ pages, media: mediaWith(frames).media }, 7);
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };

  it('is its recording, with the time and what a moment says of it', async () => {
    const page = pagesWith({ url: watch, canonicalUrl: watch, cleanTitle: 'Rings' });
    expect((await inspect(page, [mediaFrame(watch, medium({ rate: 1.5 }))])).recording).toEqual({
      frameId: 0,
      frameUrl: watch,
      kind: 'video',
      currentSeconds: 2756.7,
      durationSeconds: 5400,
      playing: true,
      rate: 1.5,
      live: false,
      mediaUrl: recorded,
      mediaTitle: 'Rings',
      chapter: '',
      checkTime: false,
    });
  });

  it('is nothing of that where nothing plays', async () => {
    expect(await inspect(pagesWith())).toMatchObject({ recording: null, embedUrl: '' });
  });

  it('is the address of a recording in a frame of another site', async () => {
    const embeds = ['https://ads.example/', 'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa'];
    const frame = mediaFrame('https://blog.example/', undefined, { embeds });
    expect(await inspect(pagesWith(), [frame])).toMatchObject({
      recording: null,
      embedUrl: recorded,
    });
  });

  it.each([
    ['https://social.example/@ada', {}, true],
    ['https://ada.example/', { hasPerson: true }, true],
    ['https://docs.tidepool.example/guide/', {}, false],
  ])('is whose page it is, by its address or its word: %s', async (url, more, hasPerson) => {
    expect(await inspect(pagesWith({ url }, more))).toMatchObject({ hasPerson });
  });

  it('is also reported if the recording cannot be read', async () => {
    const { media } = mediaWith([]);
    const broken = { ...media, read: async () => fail(failure('capture-failed')) };
    expect(await inspectPage({ pages: pagesWith(), media: broken }, 7)).toMatchObject({
      ok: true,
      value: { recording: null, embedUrl: '' },
    });
  });
});

describe('where a recording stands', () => {
  const held = { frameId: 0, frameUrl: watch, currentSeconds: 61.5, playing: true, rate: 1 };
  const frames = [mediaFrame(watch, medium({ currentSeconds: 90 }))];

  it('is asked of the one that is known, as long as it is there', async () => {
    const { media, asked } = mediaWith(frames, held);
    expect(await readPlayback({ media }, 7, 0)).toEqual(ok(held));
    expect(asked).toEqual(['frame 0']);
  });

  it('is asked of all frames where that one is gone', async () => {
    const { media, asked } = mediaWith(frames, null);
    expect(await readPlayback({ media }, 7, 0)).toMatchObject(ok({ currentSeconds: 90 }));
    expect(asked).toEqual(['frame 0', 'all frames']);
  });

  it('is nowhere where nothing plays', async () => {
    expect(await readPlayback({ media: mediaWith([mediaFrame(watch)]).media }, 7, null)).toEqual(
      ok(null),
    );
  });
});

describe('jumping to a time', () => {
  const page = pagesWith({ url: watch, canonicalUrl: watch });
  const frames = [mediaFrame(watch, medium())];

  it('makes the recording go there, in whatever form its address is', async () => {
    const { media, asked } = mediaWith(frames);
    const to = await seekRecording({ media, pages: page }, 7, recorded, 61);
    expect(to).toEqual(ok({ sought: true }));
    expect(asked).toEqual(['all frames', 'frame 0 to 61']);
  });

  it('leaves another recording alone', async () => {
    const { media, asked } = mediaWith(frames);
    const other = 'https://youtu.be/bbbbbbbbbbb';
    expect(await seekRecording({ media, pages: page }, 7, other, 61)).toEqual(
      ok({ sought: false }),
    );
    expect(asked).toEqual(['all frames']);
  });
});
