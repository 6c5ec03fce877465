import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addNote } from '../../lib/app/add-item.ts';
import { addTalkNote } from '../../lib/app/add-talk-note.ts';
import { type CaptureDeps, captureClip } from '../../lib/app/capture/capture-clip.ts';
import { setLanding } from '../../lib/app/landing.ts';
import { ok } from '../../lib/core/base/result.ts';
import type { Capture } from '../../lib/core/capture/capture.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { noVisuals } from '../support/fake-camera.ts';
import { fakeSession } from '../support/fake-session.ts';
import { instant, pageInfo, uuid } from '../support/records.ts';

const tabs = 20;
const clipsPerTab = 50;

let db: Database;
let databases = 0;
let deps: CaptureDeps;
/** The selection in each tab. */
let selected: Map<number, string>;

beforeEach(() => {
  db = openDatabase(`parallel-${++databases}`);
  selected = new Map();
  deps = {
    ...noVisuals,
    ...fakeSession(),
    stores: createStores(db),
    pages: {
      read: async (tabId) => {
        const text = selected.get(tabId) ?? '';
        // Each tab answers at its own time.
        await new Promise((resolve) => setTimeout(resolve, (tabId * 7) % 5));
        return ok([{ frameId: 0, answer: answer(tabId, text) }]);
      },
    },
    pictures: { read: () => Promise.reject(new Error('none')) },
    confirmer: { show: async () => true },
    badge: { showReading: async () => {} },
    clock: { now: () => instant, offsetMinutes: () => 0 },
  };
});
afterEach(() => db.close());

function answer(tabId: number, text: string): Capture {
  const url = `https://tides.example/${tabId}`;
  return {
    frame: { top: true, focused: true },
    page: pageInfo({ url, canonicalUrl: url }),
    hasSelection: true,
    selectionPreview: text,
    hasEvent: false,
    selection: {
      text,
      markdown: text,
      html: `<p>${text}</p>`,
      selectors: [],
      heading: '',
      headingId: '',
    },
  };
}

const clip = (n: number, tabId: number, text: string) => {
  selected.set(tabId, text);
  return captureClip(deps, { requestId: uuid(n), tabId, intent: { what: 'here' } });
};
const stored = async () => {
  const active = (await deps.stores.settings.activeWrapUpId()) ?? '';
  return deps.stores.items.list(active);
};

it('keeps every clip of many tabs at once, each in a place of its own', async () => {
  const fromTab = async (tabId: number) => {
    for (let n = 0; n < clipsPerTab; n++) {
      await clip(tabId * 1_000 + n, tabId, `Words ${n} of tab ${tabId}.`);
    }
  };
  await Promise.all(Array.from({ length: tabs }, (_, tabId) => fromTab(tabId + 1)));
  const items = await stored();
  expect(items).toHaveLength(tabs * clipsPerTab);
  expect(new Set(items.map(({ order }) => order)).size).toBe(tabs * clipsPerTab);
  expect(new Set(items.map((item) => 'text' in item && item.text)).size).toBe(tabs * clipsPerTab);
  expect(await db.originals.count()).toBe(tabs * clipsPerTab);
  expect(await db.wrapUps.count()).toBe(1);
});

it('keeps the words once that are clipped twenty times at once', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: tabs }, (_, n) => clip(n + 1, 7, 'The same words.')),
  );
  const counts = outcomes.map((each) => each.ok && each.value.outcome);
  expect(counts.filter((each) => each === 'clipped')).toHaveLength(1);
  expect(counts.filter((each) => each === 'clipped-before')).toHaveLength(tabs - 1);
  expect(await stored()).toHaveLength(1);
});

it('gives what is typed at the same moment a place of its own, too', async () => {
  await clip(1, 1, 'First words.');
  const { wrapUpId } = (await stored())[0] ?? { wrapUpId: '' };
  const app = { ...deps.stores, clock: deps.clock };
  await Promise.all([
    ...Array.from({ length: 10 }, (_, n) => clip(n + 10, n, `Words of tab ${n}.`)),
    ...Array.from({ length: 10 }, (_, n) => addNote(app, { wrapUpId, note: `Note ${n}.` })),
    ...Array.from({ length: 10 }, (_, n) =>
      addTalkNote(app, { id: uuid(100 + n), note: `Talk ${n}.`, takenAt: instant, moment: null }),
    ),
  ]);
  const items = await stored();
  expect(items).toHaveLength(31);
  expect(new Set(items.map(({ order }) => order)).size).toBe(31);
});

it('lands all of them below the line, and the line below all of them', async () => {
  await clip(1, 1, 'First words.');
  await clip(2, 1, 'Last words.');
  const [first, last] = await stored();
  const { wrapUpId = '', id = '' } = first ?? {};
  await setLanding(deps.stores, wrapUpId, id);
  await Promise.all(Array.from({ length: 20 }, (_, n) => clip(n + 10, n, `Words of tab ${n}.`)));
  const items = await stored();
  expect(items).toHaveLength(22);
  expect(new Set(items.map(({ order }) => order)).size).toBe(22);
  expect([items.at(0)?.id, items.at(-1)?.id]).toEqual([id, last?.id]);
  expect((await deps.stores.wrapUps.get(wrapUpId))?.landing).toBe(items.at(-2)?.id);
});
