import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setActiveWrapUp } from '../../../lib/app/active-wrap-up.ts';
import { clipSpeaker, type SpeakerDeps } from '../../../lib/app/clip-speaker.ts';
import { failure } from '../../../lib/core/base/errors.ts';
import { fail, ok } from '../../../lib/core/base/result.ts';
import type { CapturedPerson } from '../../../lib/core/capture/capture.ts';
import type { ConfirmationState } from '../../../lib/core/capture/confirmation-state.ts';
import { inboxId } from '../../../lib/core/post/item.ts';
import type { Speaker } from '../../../lib/core/post/wrap-up.ts';
import { type FakeStores, fakeStores } from '../../support/fake-stores.ts';
import { instant, pageInfo, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

const nowhere = { name: '', url: '' };
const url = 'https://de.linkedin.com/in/Ada-Example/?trk=people';
const canonical = 'https://www.linkedin.com/in/Ada-Example/';

function person(changes: Partial<CapturedPerson> = {}): CapturedPerson {
  return { name: 'Ada Example', url, role: '', affiliation: nowhere, ...changes };
}

function speaker(changes: Partial<Speaker> = {}): Speaker {
  return {
    id: uuid(50),
    name: 'Ada Example',
    url: canonical,
    role: 'Architect',
    rolePosition: 'after',
    affiliation: { name: 'Tidepool', url: 'https://tide.example' },
    ...changes,
  };
}

let stores: FakeStores;
let shown: ConfirmationState[];
let answer: CapturedPerson | undefined;
let deps: SpeakerDeps;

async function use(...wrapUps: Parameters<typeof wrapUp>[0][]): Promise<void> {
  stores = fakeStores({ wrapUps: wrapUps.map((changes) => wrapUp(changes)) });
  await setActiveWrapUp(stores, wrapUpId);
  stores.log.length = 0;
  deps = { ...deps, stores };
}

beforeEach(async () => {
  shown = [];
  answer = person();
  deps = {
    stores: fakeStores(),
    pages: {
      read: async () =>
        ok([
          {
            frameId: 0,
            answer: {
              frame: { top: true, focused: true },
              page: pageInfo({ url, canonicalUrl: url }),
              hasSelection: false,
              selectionPreview: '',
              hasEvent: false,
              ...(answer && { person: answer }),
            },
          },
        ]),
    },
    confirmer: {
      show: async (_, state) => {
        stores.log.push(`show ${state.state}`);
        shown.push(state);
        return true;
      },
    },
    badge: { showReading: async () => {} },
    clock: { now: () => instant, offsetMinutes: () => 60 },
  };
  await use({});
});

const speakers = async (id = wrapUpId) => (await stores.wrapUps.get(id))?.speakers;

describe('a person clipped as a speaker', () => {
  it('is one of the wrap-up, by the address that lasts, and told once it is durable', async () => {
    answer = person({ role: 'Architect', affiliation: { name: 'Tidepool', url: '' } });
    const result = await clipSpeaker(deps, 7);
    expect(result).toMatchObject({ ok: true, value: { outcome: 'added', wrapUpId } });
    expect(await speakers()).toEqual([
      {
        id: expect.any(String),
        name: 'Ada Example',
        url: canonical,
        role: 'Architect',
        rolePosition: 'before',
        affiliation: { name: 'Tidepool', url: '' },
      },
    ]);
    expect(stores.log).toEqual(['changes.apply', 'show speaker']);
    expect(shown).toEqual([
      {
        state: 'speaker',
        name: 'Ada Example',
        wrapUpTitle: 'Rustling Meetup #12 wrap-up',
        outcome: 'added',
      },
    ]);
  });

  it('twice is one, also under another spelling of the address, and nothing is written', async () => {
    await use({ speakers: [speaker({ url: 'https://linkedin.com/in/ada-example' })] });
    expect(await clipSpeaker(deps, 7)).toMatchObject({ ok: true, value: { outcome: 'present' } });
    expect(await speakers()).toHaveLength(1);
    expect(stores.log).toEqual(['show speaker']);
  });

  it('twice at once is one', async () => {
    await Promise.all([clipSpeaker(deps, 7), clipSpeaker(deps, 7)]);
    expect(await speakers()).toHaveLength(1);
  });

  it('completes whom the note-taker had typed by name, and changes nothing that was typed', async () => {
    await use({ speakers: [speaker({ url: '', name: 'ada  example', role: '' })] });
    answer = person({ role: 'Writer', affiliation: { name: 'Other', url: '' } });
    expect(await clipSpeaker(deps, 7)).toMatchObject({ ok: true, value: { outcome: 'completed' } });
    expect(await speakers()).toEqual([
      speaker({ url: canonical, name: 'ada  example', role: 'Writer' }),
    ]);
  });

  it('is not somebody else of the same name with a page of their own', async () => {
    await use({ speakers: [speaker({ url: 'https://ada.example/' })] });
    await clipSpeaker(deps, 7);
    expect(await speakers()).toHaveLength(2);
  });
});

describe('somebody who spoke before', () => {
  const earlier = (changes: Partial<Speaker>, date: string, id: number) => ({
    id: uuid(id),
    title: `Meetup of ${date}`,
    date: `${date}T10:00:00+01:00`,
    speakers: [speaker(changes)],
  });

  it('brings along what was entered last, where the page says nothing', async () => {
    await use(
      {},
      earlier({ role: 'Student' }, '2024-01-01', 20),
      earlier({ role: 'Chief architect' }, '2025-01-01', 21),
    );
    await clipSpeaker(deps, 7);
    expect(await speakers()).toEqual([
      { ...speaker({ role: 'Chief architect' }), id: expect.not.stringMatching(uuid(50)) },
    ]);
  });

  it('is what the page says now', async () => {
    await use({}, earlier({}, '2024-01-01', 20));
    answer = person({ role: 'Founder', affiliation: { name: 'Ebb', url: '' } });
    await clipSpeaker(deps, 7);
    expect(await speakers()).toMatchObject([
      { role: 'Founder', affiliation: { name: 'Ebb' }, rolePosition: 'after' },
    ]);
  });

  it('is identified by the page, not by the name alone', async () => {
    await use({}, earlier({ url: 'https://ada.example/' }, '2024-01-01', 20));
    await clipSpeaker(deps, 7);
    expect(await speakers()).toMatchObject([{ role: '', affiliation: nowhere }]);
  });
});

describe('what cannot be clipped as a speaker', () => {
  it('a page that introduces nobody', async () => {
    answer = undefined;
    expect(await clipSpeaker(deps, 7)).toEqual(fail(failure('person-not-found')));
    expect(shown).toMatchObject([{ state: 'failed', failure: { code: 'person-not-found' } }]);
    expect(stores.log).not.toContain('changes.apply');
  });

  it('is reported by the popup itself, if the popup asked', async () => {
    answer = undefined;
    await clipSpeaker(deps, 7, { callerReports: true });
    expect(shown).toEqual([]);
  });

  it('anybody, into the inbox', async () => {
    await setActiveWrapUp(stores, inboxId);
    expect(await clipSpeaker(deps, 7)).toMatchObject({ error: { code: 'speaker-needs-wrap-up' } });
  });

  it('a page that cannot be read', async () => {
    deps = { ...deps, pages: { read: async () => fail(failure('page-not-clippable')) } };
    expect(await clipSpeaker(deps, 7)).toMatchObject({ error: { code: 'page-not-clippable' } });
  });

  it('one more than a wrap-up can hold', async () => {
    const many = Array.from({ length: 100 }, (_, n) =>
      speaker({ id: uuid(100 + n), url: `https://a.example/${n}` }),
    );
    await use({ speakers: many });
    expect(await clipSpeaker(deps, 7)).toMatchObject({ error: { code: 'too-many-speakers' } });
    expect(await speakers()).toHaveLength(100);
  });

  it('where the disk is full', async () => {
    stores.writeError = { code: 'storage-full' };
    expect(await clipSpeaker(deps, 7)).toMatchObject({ error: { code: 'storage-full' } });
  });
});

describe('a page that takes its time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    [{}, ['reading', 'speaker']],
    [{ callerReports: true }, ['speaker']],
  ])('is said to be read, unless the popup asked: %o', async (options, states) => {
    const { read } = deps.pages;
    deps.pages = {
      read: async (...asked) => {
        await new Promise((resolve) => setTimeout(resolve, 900));
        return read(...asked);
      },
    };
    const clipping = clipSpeaker(deps, 7, options);
    await vi.advanceTimersByTimeAsync(1_000);
    await clipping;
    expect(shown.map(({ state }) => state)).toEqual(states);
  });
});
