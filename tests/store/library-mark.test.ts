import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import type { Commit, LibraryMark } from '../../lib/core/library/library-mark.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { lookRaw } from '../../lib/store/raw-database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { givenUp } from '../support/given-up.ts';
import { instant, note, uuid, wrapUp } from '../support/records.ts';

/** A memory outside the database, like `storage.local`. */
function memory(last?: LibraryMark) {
  const sentinel = {
    last,
    read: async () => sentinel.last,
    wrote(mark: LibraryMark) {
      sentinel.last = mark;
    },
  };
  return sentinel;
}

/**
 * Copies the first `writes` writes into a database with that name, like a cut log would leave them.
 */
async function libraryWith(name: string, sentinel: ReturnType<typeof memory>, writes: number) {
  const db = openDatabase(name, { sentinel });
  for (let n = 1; n <= writes; n++) await createStores(db).wrapUps.put(wrapUp({ id: uuid(n) }));
  db.close();
}

it('counts each write in its own transaction, and remembers it outside once it is committed', async () => {
  const sentinel = memory();
  const commits: Commit[] = [];
  const db = openDatabase('counts', { sentinel, onCommit: (commit) => commits.push(commit) });
  const { wrapUps, items, atomically } = createStores(db);
  await wrapUps.put(wrapUp());
  const { id } = sentinel.last as LibraryMark;
  expect(sentinel.last).toEqual({ id, writes: 1 });
  await atomically(async () => {
    await items.put(note(2));
    await items.put(note(3));
  });
  expect(sentinel.last).toEqual({ id, writes: 2 });
  await items.list(uuid(1));
  const refused = atomically(async () => {
    await items.put(note(4));
    throw Object.assign(new Error('not to be written'), { code: 'wrap-up-gone' });
  });
  await expect(refused).rejects.toMatchObject({ code: 'wrap-up-gone' });
  expect(sentinel.last).toEqual({ id, writes: 2 });
  expect((await lookRaw('counts'))?.mark).toEqual({ id, writes: 2 });
  expect(commits.map(({ writes }) => writes?.map(({ table }) => table))).toEqual([
    ['wrapUps'],
    ['items', 'items'],
  ]);
  db.close();
});

it('holds no more of a transaction than can be followed, and counts it all the same', async () => {
  const sentinel = memory();
  const commits: Commit[] = [];
  const db = openDatabase('much', { sentinel, onCommit: (commit) => commits.push(commit) });
  const { assets } = createStores(db);
  const rows = (count: number, html: string) =>
    Array.from({ length: count }, (_, n) => {
      return { id: uuid(n), html, htmlHash: 'b'.repeat(64), createdAt: instant };
    });
  await db.originals.bulkPut(rows(5_000, ''));
  await db.transaction('rw', db.originals, async () => {
    await db.originals.bulkPut(rows(20, 'x'.repeat(1_000_000)));
    await db.originals.bulkPut(rows(20, 'x'.repeat(1_000_000)));
  });
  const bytes = new ArrayBuffer(20_000_000);
  await assets.put({ id: 'a'.repeat(64), bytes, mediaType: 'image/png', createdAt: instant });
  expect(commits.map(({ mark, writes }) => [mark.writes, writes?.length])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, 1],
  ]);
  db.close();
});

it('keeps the mark when all tables are cleared, or overwritten from another library', async () => {
  const sentinel = memory();
  const db = openDatabase('cleared', { sentinel });
  await createStores(db).wrapUps.put(wrapUp());
  const { id } = sentinel.last as LibraryMark;
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
    await db.settings.put({ key: 'library', value: { id: uuid(9), writes: 900 } });
  });
  expect((await lookRaw('cleared'))?.mark).toEqual({ id, writes: 2 });
  expect(await db.wrapUps.count()).toBe(0);
  db.close();
});

it('takes a library that nothing was remembered of, and one of an earlier version', async () => {
  const earlier = new Dexie('earlier');
  earlier.version(1).stores({ wrapUps: 'id', items: 'id', originals: 'id', assets: 'id' });
  await earlier.open();
  earlier.close();
  const sentinel = memory();
  const db = openDatabase('earlier', { sentinel });
  const { wrapUps } = createStores(db);
  expect(await wrapUps.list()).toEqual([]);
  expect(sentinel.last).toBeUndefined();
  await wrapUps.put(wrapUp());
  expect(sentinel.last?.writes).toBe(1);
  db.close();
});

it('makes no new database where one was, and writes nothing', async () => {
  const sentinel = memory({ id: uuid(7), writes: 12 });
  const db = openDatabase('gone', { sentinel });
  const { wrapUps } = createStores(db);
  await expect(wrapUps.list()).rejects.toMatchObject({ code: 'library-gone' });
  await expect(wrapUps.put(wrapUp())).rejects.toMatchObject({ code: 'library-gone' });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('gone');
});

it('refuses a database that another one took the place of', async () => {
  const sentinel = memory();
  await libraryWith('replaced', sentinel, 2);
  sentinel.last = { id: uuid(7), writes: 1 };
  const db = openDatabase('replaced', { sentinel });
  const { wrapUps } = createStores(db);
  await expect(wrapUps.list()).rejects.toMatchObject({ code: 'library-gone' });
});

it('refuses a database whose newest writes are missing, until it is told to go on', async () => {
  const sentinel = memory();
  await libraryWith('behind', sentinel, 2);
  const id = sentinel.last?.id as string;
  sentinel.last = { id, writes: 5 };
  const db = openDatabase('behind', { sentinel });
  const { wrapUps } = createStores(db);
  await expect(wrapUps.list()).rejects.toMatchObject({ code: 'library-behind' });
  const decided = openDatabase('behind', { sentinel, after: sentinel.last });
  await createStores(decided).wrapUps.put(wrapUp({ id: uuid(3) }));
  decided.close();
  expect(sentinel.last).toEqual({ id, writes: 6 });
  await givenUp();
  expect(await wrapUps.list()).toHaveLength(3);
  db.close();
});

it('notices in mid-session that the database was taken away, and writes nothing', async () => {
  const sentinel = memory();
  const db = openDatabase('wiped', { sentinel });
  const { wrapUps } = createStores(db);
  await wrapUps.put(wrapUp());
  // As in Chromium with a bad block: the connection is closed, and the database is gone.
  db.close({ disableAutoOpen: false });
  await Dexie.delete('wiped');
  await expect(wrapUps.put(wrapUp({ id: uuid(2) }))).rejects.toMatchObject({
    code: 'library-gone',
  });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('wiped');
});

it('does not open a database that cannot be looked at', async () => {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = () => {
    throw new DOMException('Internal error', 'UnknownError');
  };
  const db = openDatabase('unreadable', { sentinel: memory() });
  await expect(createStores(db).wrapUps.list()).rejects.toMatchObject({ code: 'storage-failed' });
  indexedDB.open = open;
  await givenUp();
  expect(await createStores(db).wrapUps.list()).toEqual([]);
  db.close();
});
