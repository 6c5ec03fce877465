import { beforeEach, describe, expect, it } from 'vitest';
import { setActiveWrapUp } from '../../../../lib/app/active-wrap-up.ts';
import { type CaptureDeps, captureClip } from '../../../../lib/app/capture/capture-clip.ts';
import { editItem } from '../../../../lib/app/edit-item.ts';
import type { TakenPicture } from '../../../../lib/app/ports.ts';
import { type ErrorCode, failure } from '../../../../lib/core/base/errors.ts';
import { fail, ok } from '../../../../lib/core/base/result.ts';
import type { CapturedMedia } from '../../../../lib/core/capture/captured-media.ts';
import type { ClipIntent, TabBox } from '../../../../lib/core/capture/clip-intent.ts';
import type { ConfirmationState } from '../../../../lib/core/capture/confirmation-state.ts';
import type { ImageClip, Moment } from '../../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import { mediaFrame, medium, noVisuals } from '../../../support/fake-camera.ts';
import { fakeSession } from '../../../support/fake-session.ts';
import { type FakeStores, fakeStores } from '../../../support/fake-stores.ts';
import { instant, pageInfo, uuid, wrapUp, wrapUpId } from '../../../support/records.ts';

const watch = 'https://www.youtube.com/watch?v=aaaaaaaaaaa';
const other = 'https://www.youtube.com/watch?v=bbbbbbbbbbb';
const talk = pageInfo({
  url: watch,
  canonicalUrl: watch,
  title: 'Rings all the way - YouTube',
  cleanTitle: 'Rings all the way',
});
const taken: TakenPicture = {
  bytes: new TextEncoder().encode('png').buffer,
  mediaType: 'image/png',
  uniform: false,
};

let stores: FakeStores;
let frames: CapturedMedia[];
let shown: ConfirmationState[];
let asked: (TabBox | null | string)[];
let deps: CaptureDeps;

beforeEach(async () => {
  stores = fakeStores({ wrapUps: [wrapUp()] });
  await setActiveWrapUp(stores, wrapUpId);
  stores.log.length = 0;
  frames = [mediaFrame(watch, medium())];
  shown = [];
  asked = [];
  const page = {
    frame: { top: true, focused: true },
    page: talk,
    hasSelection: false,
    selectionPreview: '',
    hasEvent: false,
  };
  deps = {
    ...noVisuals,
    stores,
    media: {
      read: async () => {
        stores.log.push('read time');
        return ok(frames.map((answer, frameId) => ({ frameId, answer })));
      },
      caption: async (_tabId, frameId) => {
        stores.log.push(`read caption ${frameId}`);
        return 'Every append lands in a ring.';
      },
      playback: async () => null,
      seek: async () => false,
    },
    camera: {
      takeFrame: async (_tabId, frameId) => {
        asked.push(`frame ${frameId}`);
        return ok({ ...taken, seconds: 2757.2 });
      },
      takeTab: async (_tabId, where) => {
        asked.push(where);
        return ok(taken);
      },
      askRegion: async () => ok(true),
    },
    pages: {
      read: async () => {
        stores.log.push('read page');
        return ok([{ frameId: 0, answer: page }]);
      },
    },
    pictures: { read: async () => fail(failure('picture-not-kept')) },
    confirmer: {
      show: async (_, state) => {
        stores.log.push(`show ${state.state}`);
        shown.push(state);
        return true;
      },
    },
    badge: { showReading: async () => {} },
    ...fakeSession(),
    clock: { now: () => instant, offsetMinutes: () => 60 },
  };
});

const clip = (n: number, intent: ClipIntent = { what: 'moment' }) =>
  captureClip(deps, { requestId: uuid(n), tabId: 7, intent });
const item = async <T>(n: number) => (await stores.items.get(uuid(n))) as T;

describe('where no script may run', () => {
  const unread = (code: ErrorCode) => {
    deps.media = { ...deps.media, read: async () => fail(failure(code)) };
    deps.pages = { read: async () => fail(failure(code)) };
  };
  const menu = { pageUrl: 'https://papers.example/tides.pdf', tabTitle: 'Tides - tides.pdf' };
  const request = { requestId: uuid(9), tabId: 7, menu };

  it.each(['pdf-needs-menu', 'page-not-clippable'] as const)(
    'what the tab shows can be clipped: %s',
    async (code) => {
      unread(code);
      expect(await captureClip(deps, { ...request, intent: { what: 'screenshot' } })).toMatchObject(
        { ok: true },
      );
      expect(asked).toEqual([null]);
      expect(stores.allItems()).toMatchObject([{ kind: 'image' }]);
    },
  );

  it('a viewer plays nothing', async () => {
    unread('pdf-needs-menu');
    await captureClip(deps, { ...request, intent: { what: 'moment' } });
    expect(shown).toMatchObject([{ state: 'failed', failure: { code: 'recording-not-found' } }]);
  });
});

describe('a moment', () => {
  it('is read before all else, kept, confirmed, and only then completed with its caption', async () => {
    expect(await clip(10)).toEqual(ok({ itemId: uuid(10), outcome: 'clipped' }));
    expect(stores.log).toEqual([
      'read time',
      'read page',
      'items.put',
      'show clipped',
      'read caption 0',
      'items.update',
    ]);
    expect(await item<Moment>(10)).toMatchObject({
      kind: 'moment',
      startSeconds: 2756,
      endSeconds: null,
      mediaUrl: 'https://youtu.be/aaaaaaaaaaa',
      mediaTitle: 'Rings all the way',
      caption: 'Every append lands in a ring.',
      checkTime: false,
      source: { url: watch, selectors: [{ type: 'FragmentSelector', value: 't=2756' }] },
    });
    expect(shown).toMatchObject([{ moment: { startSeconds: 2756, checkTime: false }, note: '' }]);
  });

  it('starts some seconds before, where one likes it so', async () => {
    stores.settings.profile = async () => ({ ...defaultProfile, momentSecondsBack: 10 });
    await clip(10);
    expect(await item<Moment>(10)).toMatchObject({ startSeconds: 2746 });
  });

  it('taken twice within a second is one, also where it was moved there', async () => {
    await clip(10);
    frames = [mediaFrame(watch, medium({ currentSeconds: 2757.1 }))];
    expect(await clip(11)).toEqual(ok({ itemId: uuid(11), outcome: 'clipped-before' }));
    frames = [mediaFrame(watch, medium({ currentSeconds: 2758.1 }))];
    expect(await clip(12)).toMatchObject({ value: { outcome: 'clipped' } });
    await editItem(stores, uuid(12), { startSeconds: 60 });
    frames = [mediaFrame(watch, medium({ currentSeconds: 2758.1 }))];
    expect(await clip(13)).toMatchObject({ value: { outcome: 'clipped' } });
    frames = [mediaFrame(watch, medium({ currentSeconds: 61 }))];
    expect(await clip(14)).toMatchObject({ value: { outcome: 'clipped-before' } });
  });

  it('asked for twice with one id is one, and clipped but once', async () => {
    await clip(10);
    expect(await clip(10)).toEqual(ok({ itemId: uuid(10), outcome: 'clipped' }));
    expect(stores.allItems()).toHaveLength(1);
  });

  it.each([
    ['during an advertisement', medium({ adShowing: true, durationSeconds: 15 })],
    ['in a live stream', medium({ live: true, durationSeconds: null })],
    ['of another length than the page’s recording', medium({ expectedSeconds: 60 })],
    ['where the player names another recording', medium({ playerUrl: other })],
  ])('%s is to be checked', async (_when, found) => {
    frames = [mediaFrame(watch, found)];
    await clip(10);
    expect(await item<Moment>(10)).toMatchObject({ checkTime: true });
    expect(shown).toMatchObject([{ moment: { checkTime: true } }]);
  });

  it('in a page that goes on meanwhile is that of the recording that played', async () => {
    frames = [mediaFrame(other, medium())];
    await clip(10);
    expect(await item<Moment>(10)).toMatchObject({
      mediaUrl: 'https://youtu.be/bbbbbbbbbbb',
      mediaTitle: '',
      checkTime: true,
    });
  });

  it('is that of the frame that plays', async () => {
    frames = [
      mediaFrame('https://blog.example/', medium({ playing: false })),
      mediaFrame('https://blog.example/ad'),
      mediaFrame('https://blog.example/player', medium({ currentSeconds: 5 }), {
        frame: { top: false },
      }),
    ];
    await clip(10);
    expect(await item<Moment>(10)).toMatchObject({ startSeconds: 5 });
    expect(stores.log).toContain('read caption 2');
  });

  it.each([
    [{ code: 'recording-not-found' }, [mediaFrame(watch)]],
    [
      { code: 'recording-in-frame', url: 'https://youtu.be/aaaaaaaaaaa' },
      [
        mediaFrame('https://blog.example/', undefined, {
          embeds: ['https://www.youtube-nocookie.com/embed/aaaaaaaaaaa'],
        }),
      ],
    ],
    [{ code: 'recording-not-found' }, []],
  ] as const)('where there is none fails with %o', async (failed, answers) => {
    frames = [...answers];
    expect(await clip(10)).toEqual(fail(failed));
    expect(shown).toMatchObject([{ state: 'failed', failure: failed }]);
  });

  it('in a frame of another site is taken at the time that the note-taker says', async () => {
    const embeds = ['https://www.youtube-nocookie.com/embed/aaaaaaaaaaa'];
    frames = [mediaFrame('https://blog.example/', undefined, { embeds })];
    await clip(10);
    const mediaUrl = 'https://youtu.be/aaaaaaaaaaa';
    expect(shown).toMatchObject([{ embedded: { requestId: uuid(10), mediaUrl } }]);
    expect(await clip(10, { what: 'moment-at', mediaUrl, startSeconds: 754 })).toMatchObject({
      value: { outcome: 'clipped' },
    });
    expect(await item<Moment>(10)).toMatchObject({ mediaUrl, startSeconds: 754, checkTime: false });
    expect(stores.log).not.toContain('read caption 0');
  });

  it('at a given time is one of a known recording', async () => {
    const intent: ClipIntent = {
      what: 'moment-at',
      mediaUrl: 'https://evil.example/',
      startSeconds: 1,
    };
    expect(await clip(10, intent)).toEqual(fail({ code: 'recording-not-found' }));
  });

  it('that cannot be written is handed over as Markdown', async () => {
    stores.writeError = Object.assign(new Error('full'), { code: 'storage-full' });
    await clip(10);
    expect(shown).toMatchObject([
      { state: 'failed', markdown: '[45:56](https://youtu.be/aaaaaaaaaaa?t=2756)\n' },
    ]);
  });
});

describe('a screenshot', () => {
  const shoot = (n = 10) => clip(n, { what: 'screenshot' });

  it('is the frame of the recording, linked to its moment, with a field for its alt text', async () => {
    await shoot();
    expect(asked).toEqual(['frame 0']);
    expect(await item<ImageClip>(10)).toMatchObject({
      kind: 'image',
      fileName: 'screenshot-2026-03-19-103000-rings-all-the-way.png',
      linkUrl: 'https://youtu.be/aaaaaaaaaaa?t=2757',
      alt: '',
      url: '',
    });
    expect(shown).toMatchObject([{ state: 'clipped', field: 'alt', note: '' }]);
    const asset = await stores.assets.get((await item<ImageClip>(10)).assetId);
    expect(asset).toMatchObject({ mediaType: 'image/png' });
  });

  it('is cut from the tab where the page may not draw the video', async () => {
    deps.camera.takeFrame = async () => fail(failure('screenshot-failed'));
    await shoot();
    expect(asked).toEqual([
      { box: { x: 10, y: 20, width: 640, height: 360 }, viewport: { width: 1200, height: 800 } },
    ]);
    expect(await item<ImageClip>(10)).toMatchObject({
      linkUrl: 'https://youtu.be/aaaaaaaaaaa?t=2756',
    });
  });

  it.each([
    ['nothing plays', [mediaFrame(watch)]],
    ['only a sound plays', [mediaFrame(watch, medium({ kind: 'audio', box: null }))]],
    ['the video is scrolled away', [mediaFrame(watch, medium({ box: null }))]],
  ])('is what the tab shows where %s', async (_why, answers) => {
    frames = answers;
    await shoot();
    expect(asked).toEqual([null]);
    expect(await item<ImageClip>(10)).toMatchObject({ linkUrl: watch });
  });

  it('of one colour is kept, and told', async () => {
    deps.camera.takeFrame = async () => ok({ ...taken, uniform: true });
    await shoot();
    expect(shown).toMatchObject([{ state: 'clipped', pictureUniform: true }]);
  });

  it('that is smaller than the visible part is reported', async () => {
    deps.camera.takeFrame = async () => ok({ ...taken, reduced: true });
    await shoot();
    expect(shown).toMatchObject([{ state: 'clipped', pictureReduced: true }]);
    expect(shown[0]).not.toHaveProperty('pictureUniform');
  });

  it('of a region is cut from the tab', async () => {
    const where = {
      box: { x: 1, y: 2, width: 30, height: 40 },
      viewport: { width: 100, height: 90 },
    };
    await clip(10, { what: 'region', ...where });
    expect(asked).toEqual([where]);
  });

  it('has a name of its own', async () => {
    await shoot(10);
    deps.camera.takeFrame = async () =>
      ok({ ...taken, bytes: new TextEncoder().encode('another').buffer });
    await shoot(11);
    expect((await item<ImageClip>(11)).fileName).toBe(
      'screenshot-2026-03-19-103000-rings-all-the-way-2.png',
    );
  });

  it('that cannot be taken or kept fails, and leaves nothing half', async () => {
    deps.camera = noVisuals.camera;
    expect(await shoot()).toMatchObject({ error: { code: 'screenshot-failed' } });
    deps.camera = { ...noVisuals.camera, takeFrame: async () => ok(taken) };
    stores.writeError = Object.assign(new Error('full'), { code: 'storage-full' });
    expect(await shoot()).toMatchObject({ error: { code: 'storage-full' } });
    expect(stores.allItems()).toEqual([]);
  });
});
