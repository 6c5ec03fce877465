import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import type { LibraryMark } from '../../lib/core/library/library-mark.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { readFirstBlocks, readFirstLook } from '../../lib/store/first-look.ts';
import { readFirstPost } from '../../lib/store/first-post.ts';
import { readFirstRows } from '../../lib/store/first-rows.ts';
import { databaseVersion } from '../../lib/store/library-name.ts';
import { attend, openRaw } from '../../lib/store/open-raw.ts';
import type { Looked } from '../../lib/store/open-with-care.ts';
import { lookRaw } from '../../lib/store/raw-database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { note, uuid, wrapUp, wrapUpId } from '../support/records.ts';

afterEach(() => vi.restoreAllMocks());

const where = { anchorId: undefined, newestId: undefined, rows: 5 };

/** Returns a library with one note, and a connection to it that was opened before anything else. */
async function openedEarly(name: string, remembered?: LibraryMark) {
  const first = openDatabase(name);
  const stores = createStores(first);
  await stores.wrapUps.put(wrapUp());
  await stores.items.put(note(2));
  first.close();
  const mark = (await lookRaw(name))?.mark;
  const raw = (await openRaw(name)) as IDBDatabase;
  const looked: Looked = { db: raw, mark, remembered, isWanted: attend(raw, () => raw.close()) };
  return { raw, looked, mark };
}

it('is the version that Dexie opens', () => {
  expect(openDatabase('any').verno * 10).toBe(databaseVersion);
});

it('goes on with a connection that was opened early, and shows what was read through it', async () => {
  const { raw, looked } = await openedEarly('early');
  const rows = await readFirstRows(raw, where);
  const open = vi.spyOn(indexedDB, 'open');
  const transaction = vi.spyOn(raw, 'transaction');
  const db = openDatabase('early', { early: Promise.resolve(looked) });
  const look = await readFirstLook(db, where, Promise.resolve(rows));
  expect(look).toMatchObject({ placeId: wrapUpId, complete: true, atAnchor: false });
  expect(look.items.map(({ id }) => id)).toEqual([uuid(2)]);
  expect(open).not.toHaveBeenCalled();
  const reading = transaction.mock.calls.filter(([stores]) => [...stores].includes('items'));
  expect(reading.length).toBeLessThanOrEqual(1);
  await createStores(db).wrapUps.put(wrapUp({ id: uuid(7) }));
  expect(await createStores(db).wrapUps.list()).toHaveLength(2);
  db.close();
});

it('shows the post that was read early, and reads nothing of it again', async () => {
  const { raw, looked } = await openedEarly('early-post');
  const post = await readFirstPost(raw, wrapUpId, 5);
  const transaction = vi.spyOn(raw, 'transaction');
  const db = openDatabase('early-post', { early: Promise.resolve(looked) });
  const look = await readFirstBlocks(db, wrapUpId, 5, Promise.resolve(post));
  expect(look.items.map(({ id }) => id)).toEqual([uuid(2)]);
  expect(look.order?.ids).toEqual([uuid(2)]);
  expect(look.style?.id).toBe('profile');
  // Dexie looks at all tables once, as it opens them.
  const reading = transaction.mock.calls.filter(([stores]) => [...stores].includes('items'));
  expect(reading.length).toBeLessThanOrEqual(1);
  db.close();
});

it('shows another post than the one that was read early', async () => {
  const { raw, looked } = await openedEarly('early-other-post');
  const post = await readFirstPost(raw, uuid(99), 5);
  const db = openDatabase('early-other-post', { early: Promise.resolve(looked) });
  const look = await readFirstBlocks(db, wrapUpId, 5, Promise.resolve(post));
  expect(look).toMatchObject({ placeId: wrapUpId, order: { ids: [uuid(2)] } });
  db.close();
});

it('shows nothing that was read early of a library that lost its newest writes', async () => {
  const { raw, looked, mark } = await openedEarly('early-behind');
  const rows = await readFirstRows(raw, where);
  const remembered = { id: mark?.id as string, writes: 9 };
  const db = openDatabase('early-behind', { early: Promise.resolve({ ...looked, remembered }) });
  const reading = readFirstLook(db, where, Promise.resolve(rows));
  await expect(reading).rejects.toMatchObject({ code: 'library-behind' });
  // The connection does not block another page that replaces the database.
  const deleting = indexedDB.deleteDatabase('early-behind');
  await new Promise((resolve) => {
    deleting.onsuccess = resolve;
  });
});

it('opens it anew where the early connection was taken away meanwhile', async () => {
  const { looked } = await openedEarly('early-wanted');
  const deleting = indexedDB.deleteDatabase('early-wanted');
  await new Promise((resolve) => {
    deleting.onsuccess = resolve;
  });
  const db = openDatabase('early-wanted', { early: Promise.resolve(looked) });
  expect(await createStores(db).wrapUps.list()).toEqual([]);
  db.close();
});

it('looks itself where nothing was read early', async () => {
  const { raw } = await openedEarly('not-early');
  raw.close();
  const db = openDatabase('not-early', { early: Promise.resolve(undefined) });
  expect((await readFirstLook(db, where)).items.map(({ id }) => id)).toEqual([uuid(2)]);
  db.close();
});
