import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaptureDeps, captureClip } from '../../lib/app/capture/capture-clip.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { cleanUrl, pageAddress } from '../../lib/core/address/url.ts';
import { ok } from '../../lib/core/base/result.ts';
import type { Capture, CapturedSelection } from '../../lib/core/capture/capture.ts';
import type { ClipIntent } from '../../lib/core/capture/clip-intent.ts';
import type { PageInfo } from '../../lib/core/source/source.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { version1 } from '../../lib/store/migrations/version-1.ts';
import { createStores } from '../../lib/store/stores.ts';
import { noVisuals } from '../support/fake-camera.ts';
import { fakeSession } from '../support/fake-session.ts';
import { instant, pageInfo, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const folder = 'tests/fixtures/stored';
const versions = readdirSync(folder).filter((name) => name.endsWith('.json'));

interface Stored {
  items: { id: string; kind: string }[];
  originals: { id: string }[];
}

const page = (url: string, changes: Partial<PageInfo> = {}): PageInfo =>
  pageInfo({
    url,
    canonicalUrl: pageAddress(cleanUrl(url)),
    title: 'Tides',
    cleanTitle: 'Tides',
    siteName: '',
    ...changes,
  });
const selection = (text: string): CapturedSelection => ({
  text,
  markdown: text,
  html: `<p>${text}</p>`,
  selectors: [],
  heading: '',
  headingId: '',
});

const guide = { canonicalUrl: 'https://tides.example/guide/' };
const links = page('https://tides.example/links');
const link = (linkUrl: string): [PageInfo, ClipIntent] => [links, { what: 'link', linkUrl }];

/** What the records are about, as the page says it today, by the record's id. */
const captured: Record<number, [PageInfo, ClipIntent | string]> = {
  2: [page('https://tides.example/guide/#moon', guide), 'The moon pulls twice a day.'],
  3: [page('https://tides.example/log?trk=mail&id=7'), 'Low water came at six.'],
  4: [
    page('https://arxiv.org/abs/2501.01234v2', {
      canonicalUrl: 'https://arxiv.org/abs/2501.01234',
      title: 'Tides and queries',
    }),
    'Tides repeat.',
  ],
  5: link('https://www.youtube.com/watch?v=abc-DEF_123&is=share-1'),
  6: link('https://gauge.example/x?si=7&id=2'),
  7: link('https://www.google.com/url?q=https://gauge.example/y&sa=D'),
  8: link('https://gauge.example/plain#part'),
  9: [
    page('https://tides.example/guide/?utm_source=mail'),
    { what: 'picture', srcUrl: 'https://tides.example/gauge.png' },
  ],
};

let db: Database;
let databases = 0;

async function open(version: string): Promise<Stored> {
  const stored = JSON.parse(readFileSync(`${folder}/${version}`, 'utf8')) as Stored;
  const name = `older-${++databases}`;
  const old = new Dexie(name);
  old.version(1).stores(version1);
  await old.table('items').bulkAdd(stored.items);
  await old.table('originals').bulkAdd(stored.originals);
  await old.table('wrapUps').add({ ...wrapUp(), live: 1 });
  await old.table('settings').add({ key: 'activeWrapUpId', value: wrapUpId });
  old.close();
  db = openDatabase(name);
  return stored;
}

afterEach(() => db.close());

describe.each(versions)('records of %s', (version) => {
  let stored: Stored;
  let deps: CaptureDeps;
  let answer: Partial<Capture> & { page: PageInfo };

  beforeEach(async () => {
    stored = await open(version);
    deps = {
      ...noVisuals,
      ...fakeSession(),
      stores: createStores(db),
      pages: {
        read: async () =>
          ok([
            {
              frameId: 0,
              answer: {
                frame: { top: true, focused: true },
                hasSelection: answer.selection !== undefined,
                selectionPreview: '',
                hasEvent: false,
                ...answer,
              },
            },
          ]),
      },
      pictures: { read: () => Promise.reject(new Error('none')) },
      confirmer: { show: async () => true },
      badge: { showReading: async () => {} },
      clock: { now: () => instant, offsetMinutes: () => 0 },
    };
  });

  const clipAgain = (id: string) => {
    const [from, what] = captured[Number(id.slice(-3))] ?? [];
    if (from === undefined || what === undefined) throw new Error(`What is ${id} of?`);
    answer = { page: from };
    if (typeof what === 'string') answer.selection = selection(what);
    else if (what.what === 'picture') {
      const viewport = { width: 0, height: 0 };
      answer.picture = { alt: '', url: what.srcUrl, linkUrl: '', box: null, viewport };
    }
    const intent: ClipIntent = typeof what === 'string' ? { what: 'here' } : what;
    return captureClip(deps, { requestId: uuid(900), tabId: 7, intent });
  };

  it('are read, and not rewritten: not by opening, listing or clipping beside them', async () => {
    const read = await deps.stores.items.list(wrapUpId);
    expect(read.map(({ id }) => id).sort()).toEqual(stored.items.map(({ id }) => id).sort());
    answer = { page: page('https://new.example/'), selection: selection('Something new.') };
    await captureClip(deps, { requestId: uuid(901), tabId: 7, intent: { what: 'here' } });
    await clipAgain(uuid(2));
    const ids = stored.items.map(({ id }) => id);
    expect(await db.items.bulkGet(ids)).toEqual(stored.items);
    expect(await db.originals.bulkGet(stored.originals.map(({ id }) => id))).toEqual(
      stored.originals,
    );
  });

  it.each(Object.keys(captured))('find their duplicate by what they are of: %s', async (n) => {
    expect(await clipAgain(uuid(Number(n)))).toMatchObject({
      ok: true,
      value: { outcome: 'clipped-before' },
    });
    expect(await deps.stores.items.list(wrapUpId)).toHaveLength(stored.items.length);
  });

  it.each(Object.keys(captured))('are new once they were deleted: %s', async (n) => {
    const app = { ...deps.stores, clock: deps.clock };
    await deleteItems(app, [uuid(Number(n))]);
    expect(await clipAgain(uuid(Number(n)))).toMatchObject({ value: { outcome: 'clipped' } });
    await restoreItems(app, [uuid(Number(n))]);
  });
});
