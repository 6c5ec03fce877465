import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inboxId } from '../../lib/core/post/item.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { readFirstBlocks, readFirstLook } from '../../lib/store/first-look.ts';
import { styleKey } from '../../lib/store/setting-keys.ts';
import { createStores } from '../../lib/store/stores.ts';
import { note, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

let db: Database;
let databases = 0;
beforeEach(() => {
  databases += 1;
  db = openDatabase(`first-look-${databases}`);
});
afterEach(() => db.close());

const end = { anchorId: undefined, newestId: undefined };
const numbers = (items: readonly { id: string }[]) =>
  items.map((item) => Number(item.id.slice(-3)));

async function fill(count: number) {
  const stores = createStores(db);
  await stores.wrapUps.put(wrapUp());
  for (let n = 1; n <= count; n++) {
    await stores.items.put(quote(n, { order: `a${String(n).padStart(3, '0')}` }));
  }
  return stores;
}

it('is empty where nothing was clipped yet', async () => {
  expect(await readFirstLook(db, { ...end, rows: 5 })).toEqual({
    activeId: undefined,
    wrapUps: [],
    placeId: undefined,
    items: [],
    complete: true,
    atAnchor: false,
  });
});

it('has the whole of a short list', async () => {
  const stores = await fill(5);
  await stores.settings.setActiveWrapUpId(wrapUpId);
  const look = await readFirstLook(db, { ...end, rows: 5 });
  expect(look).toMatchObject({ activeId: wrapUpId, placeId: wrapUpId, complete: true });
  expect(numbers(look.items)).toEqual([1, 2, 3, 4, 5]);
  expect(look.wrapUps.map(({ id }) => id)).toEqual([wrapUpId]);
});

it('has the end of a long list', async () => {
  await fill(9);
  const look = await readFirstLook(db, { ...end, rows: 4 });
  expect(look).toMatchObject({ activeId: undefined, placeId: wrapUpId, complete: false });
  expect(numbers(look.items)).toEqual([6, 7, 8, 9]);
});

it('has the rows around the one that the list was left at', async () => {
  await fill(20);
  const look = await readFirstLook(db, { anchorId: uuid(9), newestId: uuid(20), rows: 3 });
  expect(look.atAnchor).toBe(true);
  expect(numbers(look.items)).toEqual([5, 6, 7, 8, 9, 10, 11]);
});

it('has the end after all where something was clipped since, or the row is gone', async () => {
  const stores = await fill(20);
  const since = await readFirstLook(db, { anchorId: uuid(9), newestId: uuid(19), rows: 3 });
  expect(since.atAnchor).toBe(false);
  expect(numbers(since.items)).toEqual([18, 19, 20]);
  await stores.items.update(uuid(9), { deletedAt: '2026-03-20T00:00:00.000Z' });
  const gone = await readFirstLook(db, { anchorId: uuid(9), newestId: uuid(20), rows: 3 });
  expect(numbers(gone.items)).toEqual([18, 19, 20]);
});

it('is of the inbox where that takes the clips', async () => {
  const stores = await fill(2);
  await stores.items.put(quote(7, { wrapUpId: inboxId }));
  await stores.settings.setActiveWrapUpId(inboxId);
  const look = await readFirstLook(db, { ...end, rows: 5 });
  expect(look.placeId).toBe(inboxId);
  expect(numbers(look.items)).toEqual([7]);
});

it('is of the place to show, whichever was shown last', async () => {
  const stores = await fill(3);
  await stores.items.put(quote(7, { wrapUpId: inboxId }));
  await stores.settings.setActiveWrapUpId(wrapUpId);
  for (const placeId of [wrapUpId, inboxId, uuid(99)]) {
    const look = await readFirstLook(db, { ...end, placeId, rows: 5 });
    expect(look).toMatchObject({ placeId: wrapUpId, complete: true });
    expect(numbers(look.items), placeId).toEqual([1, 2, 3]);
  }
});

it('has the first blocks of a post, the order of all, what arranges them, and its style', async () => {
  const stores = await fill(20);
  const heading = { ...note(15, { order: 'a015' }), kind: 'section', form: 'h2' } as const;
  await stores.items.put(heading);
  const look = await readFirstBlocks(db, undefined, 3);
  expect(look).toMatchObject({ activeId: undefined, placeId: wrapUpId });
  expect(numbers(look.items)).toEqual([1, 2, 3]);
  expect(look.order?.ids.map((id) => Number(id.slice(-3)))).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
  expect(look.order?.outline.map(({ id }) => id)).toEqual([heading.id]);
  expect(look.style?.id).toBe('profile');
});

it('has the blocks of the post that was asked for, and none of one that is gone', async () => {
  const stores = await fill(2);
  const other = wrapUp({ id: uuid(50) });
  await stores.wrapUps.put(other);
  await stores.items.put(quote(7, { wrapUpId: other.id }));
  await stores.settings.setActiveWrapUpId(wrapUpId);
  const look = await readFirstBlocks(db, other.id, 3);
  expect(look).toMatchObject({ activeId: wrapUpId, placeId: other.id });
  expect(numbers(look.items)).toEqual([7]);
  const gone = await readFirstBlocks(db, uuid(99), 3);
  expect(gone).toMatchObject({ placeId: uuid(99), items: [], order: undefined, style: undefined });
});

it('shows the style of a post, and the first one where that is gone', async () => {
  const stores = await fill(1);
  const own = uuid(60);
  await stores.wrapUps.put(wrapUp({ styleId: own }));
  const put = (deletedAt: string | null) =>
    db.settings.put({
      key: styleKey(own),
      value: { ...defaultProfile, name: 'Ours', deletedAt },
    });
  await put(null);
  expect((await readFirstBlocks(db, wrapUpId, 3)).style).toMatchObject({
    id: own,
    profile: { name: 'Ours' },
  });
  await put('2026-03-20T00:00:00.000Z');
  expect((await readFirstBlocks(db, wrapUpId, 3)).style?.id).toBe('profile');
});
