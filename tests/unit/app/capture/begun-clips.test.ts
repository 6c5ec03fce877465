import { beforeEach, describe, expect, it } from 'vitest';
import { setActiveWrapUp } from '../../../../lib/app/active-wrap-up.ts';
import {
  type BegunDeps,
  captureByGesture,
  doByGesture,
  resumeClips,
} from '../../../../lib/app/capture/begun-clips.ts';
import type { ClipRequest } from '../../../../lib/app/capture/capture-clip.ts';
import { ok } from '../../../../lib/core/base/result.ts';
import type { Capture } from '../../../../lib/core/capture/capture.ts';
import type { ClipIntent } from '../../../../lib/core/capture/clip-intent.ts';
import type { ConfirmationState } from '../../../../lib/core/capture/confirmation-state.ts';
import { StoreError } from '../../../../lib/store/store-error.ts';
import { noVisuals } from '../../../support/fake-camera.ts';
import { fakeSession } from '../../../support/fake-session.ts';
import { type FakeStores, fakeStores } from '../../../support/fake-stores.ts';
import { instant, pageInfo, uuid, wrapUp, wrapUpId } from '../../../support/records.ts';

const selection = {
  text: 'The moon pulls twice a day.',
  markdown: 'The moon pulls twice a day.',
  html: '',
  selectors: [],
  heading: '',
  headingId: '',
};
const capture: Capture = {
  frame: { top: true, focused: true },
  page: pageInfo(),
  hasSelection: true,
  selectionPreview: '',
  hasEvent: false,
  selection,
};

/** What a background was about to do when it was stopped; nothing of it continues. */
type Stop = 'reading' | 'showing' | 'never';

let stores: FakeStores;
let session: ReturnType<typeof fakeSession>;
let shown: ConfirmationState[];
let nowMs: number;
/** Called once a background reaches the point where it is stopped. */
let stopped: () => void;

beforeEach(async () => {
  stores = fakeStores({ wrapUps: [wrapUp()] });
  await setActiveWrapUp(stores, wrapUpId);
  session = fakeSession();
  shown = [];
  nowMs = Date.parse(instant);
});

const never = () => {
  stopped();
  return new Promise<never>(() => {});
};
/** Begins something in a background, and waits until it reaches the point where it is stopped. */
const untilStopped = (begin: () => void) =>
  new Promise<void>((resolve) => {
    stopped = resolve;
    begin();
  });

/** Creates a background; its memory ends with it. */
const background = (stop: Stop = 'never', shows = true): BegunDeps => ({
  stores,
  ...session,
  ...noVisuals,
  ...(stop === 'reading' ? { media: { ...noVisuals.media, read: never } } : {}),
  pages: {
    read: () =>
      stop === 'reading' ? never() : Promise.resolve(ok([{ frameId: 0, answer: capture }])),
  },
  pictures: { read: () => never() },
  confirmer: {
    show: async (_, state) => {
      if (stop === 'showing') return never();
      if (shows) shown.push(state);
      return shows;
    },
  },
  badge: { showReading: async () => {} },
  clock: { now: () => new Date(nowMs).toISOString(), offsetMinutes: () => 0 },
});

const request = (n: number, intent: ClipIntent = { what: 'selection' }): ClipRequest => ({
  requestId: uuid(n),
  tabId: 7,
  intent,
  menu: { pageUrl: pageInfo().url, selectionText: selection.text },
});
const pressed = (stop: Stop, of = request(10)) =>
  untilStopped(() => void captureByGesture(background(stop), of));
const started = () => resumeClips(background(), async () => undefined);

describe('a clip whose background is stopped', () => {
  it('while the page is read is clipped by the next one, once, and told', async () => {
    await pressed('reading');
    expect(shown).toEqual([]);
    await started();
    await started();
    expect(stores.allItems()).toMatchObject([{ id: uuid(10), text: selection.text }]);
    expect(shown).toMatchObject([{ state: 'clipped', itemId: uuid(10) }]);
  });

  it('after it is stored is reported by the next background, as it was clipped', async () => {
    await pressed('showing');
    expect(stores.allItems()).toHaveLength(1);
    await started();
    await started();
    expect(stores.allItems()).toHaveLength(1);
    expect(shown).toMatchObject([
      { state: 'clipped', itemId: uuid(10), wrapUpTitle: wrapUp().title },
    ]);
  });

  it('and was clipped before is reported as such', async () => {
    await captureByGesture(background(), request(9));
    await pressed('showing');
    shown = [];
    await started();
    expect(shown).toMatchObject([{ state: 'clipped-before', itemId: uuid(10) }]);
  });

  it('and only starts again when other things may be selected is reported as failed, and offered', async () => {
    await pressed('reading');
    nowMs += 60_000;
    await started();
    expect(stores.allItems()).toEqual([]);
    expect(shown).toMatchObject([
      {
        state: 'failed',
        failure: { code: 'clip-interrupted' },
        retry: { requestId: uuid(10), intent: { what: 'selection' } },
      },
    ]);
  });

  it('and would be of another moment by then is reported as failed', async () => {
    await pressed('reading', request(10, { what: 'screenshot' }));
    await started();
    expect(shown).toMatchObject([{ state: 'failed', failure: { code: 'clip-interrupted' } }]);
  });

  it('and whose link the menu named is clipped, however late', async () => {
    const link = request(10, { what: 'link', linkUrl: 'https://tides.example/log' });
    await pressed('reading', link);
    nowMs += 600_000;
    await started();
    expect(stores.allItems()).toMatchObject([{ url: 'https://tides.example/log' }]);
  });

  it('is reported in the popup if no page can show it', async () => {
    await pressed('reading');
    nowMs += 60_000;
    await resumeClips(background('never', false), async () => undefined);
    expect(session.failure).toMatchObject({ code: 'clip-interrupted' });
    expect(session.begun.size).toBe(0);
  });
});

describe('what is no clip, and whose background is stopped', () => {
  const affiliation = { name: '', url: '' };
  const person = { name: 'Ada Reed', url: 'https://ada.example/', role: '', affiliation };
  /** Creates a background that is asked for the person of a page, or for a region of it. */
  const asked = (stop: Stop): BegunDeps & { regions: number[] } => {
    const deps = background(stop);
    const regions: number[] = [];
    return {
      ...deps,
      regions,
      pages: {
        read: () =>
          stop === 'reading'
            ? never()
            : Promise.resolve(ok([{ frameId: 0, answer: { ...capture, person } }])),
      },
      camera: {
        ...deps.camera,
        askRegion: async (tabId) => {
          if (stop === 'reading') return never();
          regions.push(tabId);
          return ok(true);
        },
      },
    };
  };
  const begun = (what: 'speaker' | 'ask-region') =>
    untilStopped(() => void doByGesture(asked('reading'), { id: uuid(10), tabId: 7, what }));

  it('a speaker is added by the next one, once, and told', async () => {
    await begun('speaker');
    expect(shown).toEqual([]);
    await resumeClips(asked('never'), async () => undefined);
    await resumeClips(asked('never'), async () => undefined);
    expect((await stores.wrapUps.get(wrapUpId))?.speakers).toMatchObject([{ name: 'Ada Reed' }]);
    expect(shown).toMatchObject([{ state: 'speaker', name: 'Ada Reed' }]);
    expect(session.begun.size).toBe(0);
  });

  it('a region is asked for by the next one', async () => {
    await begun('ask-region');
    const deps = asked('never');
    await resumeClips(deps, async () => undefined);
    expect(deps.regions).toEqual([7]);
    expect(session.begun.size).toBe(0);
  });

  it.each(['speaker', 'ask-region'] as const)(
    '%s is told to have failed where another page may be there by then',
    async (what) => {
      await begun(what);
      nowMs += 60_000;
      await resumeClips(asked('never'), async () => undefined);
      expect(shown).toMatchObject([{ state: 'failed', failure: { code: 'clip-interrupted' } }]);
      expect(session.begun.size).toBe(0);
    },
  );
});

it('a clip that was told is not begun any more, whatever came of it', async () => {
  await captureByGesture(background(), request(10));
  stores.writeError = new StoreError('storage-full', new Error('full'));
  await captureByGesture(background(), request(11));
  expect(shown.map(({ state }) => state)).toEqual(['clipped', 'failed']);
  expect(session.begun.size).toBe(0);
});
