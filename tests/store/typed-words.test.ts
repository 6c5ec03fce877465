import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveKeptWords, saveWords } from '../../lib/app/save-words.ts';
import type { TypedOver } from '../../lib/core/capture/typed-over.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { StoreError } from '../../lib/store/store-error.ts';
import { createStores } from '../../lib/store/stores.ts';
import { fakeSession } from '../support/fake-session.ts';
import { instant, quote, uuid } from '../support/records.ts';

const db = openDatabase('typed-words');
const clock = { now: () => instant };
let session: ReturnType<typeof fakeSession>;
let stores: ReturnType<typeof createStores>;
let isFull = false;

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  session = fakeSession();
  stores = createStores(db);
  isFull = false;
  await stores.items.put(quote(1, { note: 'Base.' }));
});

/** The same stores, in which every write of an edit fails while the disk is full. */
const deps = () => ({
  clock,
  unsavedClips: session.unsavedClips,
  stores: {
    items: stores.items,
    changes: {
      ...stores.changes,
      apply: ((...args) =>
        isFull
          ? Promise.reject(new StoreError('storage-full', new Error('full')))
          : stores.changes.apply(...args)) as typeof stores.changes.apply,
    },
  },
});
const over = (n: number, base: string, sent: TypedOver['sent'] = []): TypedOver => ({
  editId: uuid(100 + n),
  fieldId: uuid(99),
  turn: n,
  base,
  sent,
});
const type = (text: string, typed: TypedOver) =>
  saveWords(deps(), { itemId: uuid(1), field: 'note', text, over: typed, tabId: 7 });
const note = async () => (await stores.items.get(uuid(1)))?.note;

describe('words typed in a clip’s card', () => {
  it('are merged with what another window typed meanwhile', async () => {
    await stores.items.update(uuid(1), { note: 'Base. Typed in the popup.' });
    expect(await type('Words of the card. Base.', over(1, 'Base.'))).toEqual({
      ok: true,
      value: { saved: true },
    });
    expect(await note()).toBe('Words of the card. Base. Typed in the popup.');
  });

  it('arrive letter by letter, each typed over the last that arrived, with or without its answer', async () => {
    await type('Base. a', over(1, 'Base.'));
    const first = { editId: uuid(101), text: 'Base. a' };
    // The second never arrived; the third was typed before anything was answered.
    const lost = { editId: uuid(102), text: 'Base. aX' };
    await type('Bbase. aXb', over(3, 'Base.', [first, lost]));
    expect(await note()).toBe('Bbase. aXb');
  });

  it('that arrive twice are written once', async () => {
    await type('Base. One.', over(1, 'Base.'));
    await stores.items.update(uuid(1), { note: 'Two.' });
    await type('Base. One.', over(1, 'Base.'));
    expect(await note()).toBe('Two.');
  });

  it('are one step of the history', async () => {
    await type('Base. a', over(1, 'Base.'));
    await type('Base. ab', over(2, 'Base. a'));
    const { wrapUpId } = quote(1);
    await stores.changes.undo(wrapUpId);
    expect(await note()).toBe('Base.');
  });
});

describe('where the disk is full', () => {
  it('they are kept for the popup, which can save them later, merged with what is there then', async () => {
    isFull = true;
    expect(await type('Base. Mine.', over(1, 'Base.'))).toEqual({
      ok: true,
      value: { saved: false },
    });
    expect([...session.unsaved.values()]).toMatchObject([
      { id: uuid(99), tabId: 7, code: 'storage-full', markdown: 'Base. Mine.' },
    ]);
    expect(await saveKeptWords(deps(), uuid(99))).toMatchObject({ ok: false });
    isFull = false;
    await stores.items.update(uuid(1), { note: 'Before. Base.' });
    expect(await saveKeptWords(deps(), uuid(99))).toEqual({
      ok: true,
      value: { itemId: uuid(1), outcome: 'words' },
    });
    expect(await note()).toBe('Before. Base. Mine.');
    expect(session.unsaved.size).toBe(0);
  });

  it('and typed on once there is room: nothing is doubled, and nothing is left to offer', async () => {
    isFull = true;
    await type('Base. a', over(1, 'Base.'));
    isFull = false;
    await type('Base. ab', over(2, 'Base.', [{ editId: uuid(101), text: 'Base. a' }]));
    expect(await note()).toBe('Base. ab');
    expect(session.unsaved.size).toBe(0);
  });

  it('the latest are kept, though an older message arrives after theirs', async () => {
    isFull = true;
    await type('Base. ab', over(2, 'Base.', [{ editId: uuid(101), text: 'Base. a' }]));
    await type('Base. a', over(1, 'Base.'));
    expect([...session.unsaved.values()]).toMatchObject([{ markdown: 'Base. ab' }]);
    isFull = false;
    await type('Base. a', over(1, 'Base.'));
    expect([...session.unsaved.values()]).toMatchObject([{ markdown: 'Base. ab' }]);
  });

  it('it is not promised that they are kept where there is no room for that either', async () => {
    isFull = true;
    session.roomFor = 10;
    expect(await type('Base. Mine.', over(1, 'Base.'))).toMatchObject({
      ok: false,
      error: { code: 'storage-full' },
    });
  });
});

it('words for a clip that is gone for good can be taken, and written nowhere', async () => {
  await db.items.clear();
  expect(await type('Mine.', over(1, ''))).toEqual({ ok: true, value: { saved: false } });
  const [kept] = session.unsaved.values();
  expect(kept).toMatchObject({ code: 'clip-gone', markdown: 'Mine.' });
  expect(kept).not.toHaveProperty('words');
  expect(await saveKeptWords(deps(), uuid(99))).toBeUndefined();
});

it('nothing is kept of a clip that is gone for good where nothing is left of the words', async () => {
  await db.items.clear();
  expect(await type(' ', over(1, 'Mine.'))).toMatchObject({ error: { code: 'clip-gone' } });
  expect(session.unsaved.size).toBe(0);
});

it('a clip that was not saved is none of theirs', async () => {
  expect(await saveKeptWords(deps(), uuid(98))).toBeUndefined();
});
