import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { ChangeFollower } from '../../lib/app/snapshots/change-follower.ts';
import { readLastCopy } from '../../lib/app/snapshots/last-copy.ts';
import { type StoredRows, takeSnapshot } from '../../lib/app/snapshots/take-snapshot.ts';
import type { LibraryMark } from '../../lib/core/library/library-mark.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { recoverLibrary } from '../../lib/store/recover-library.ts';
import { openStoredRows } from '../../lib/store/stored-rows.ts';
import { createStores } from '../../lib/store/stores.ts';
import { fakeOwnFiles } from '../support/fake-own-files.ts';
import { image, instant, note, quote, uuid, wrapUp } from '../support/records.ts';

const original = {
  id: uuid(2),
  html: '<p>Every append</p>',
  htmlHash: 'b'.repeat(64),
  createdAt: instant,
};

let libraries = 0;

/** A library that is followed, as in a page. */
function library() {
  const name = `recover-${++libraries}`;
  const { files, all, state } = fakeOwnFiles();
  const sentinel = {
    last: undefined as LibraryMark | undefined,
    read: async () => sentinel.last,
    wrote: (mark: LibraryMark) => {
      sentinel.last = mark;
    },
  };
  let tooMuch = 0;
  const follower = new ChangeFollower(files, 'page', () => tooMuch++);
  const open = () => openDatabase(name, { sentinel, onCommit: (commit) => follower.add(commit) });
  const snapshot = async () => {
    const stored = (await openStoredRows(name)) as StoredRows & { close(): void };
    await takeSnapshot({ files, app: '0.1.0', now: () => instant }, stored, 'daily');
    stored.close();
  };
  const recover = async () => {
    const mark = sentinel.last as LibraryMark;
    const copy = await readLastCopy(files, mark);
    if (copy === undefined) throw new Error('There is no copy');
    const { rows, deleted } = copy;
    await recoverLibrary(name, sentinel, mark, {
      wrapUps: rows.wrapUps.values(),
      items: rows.items.values(),
      originals: rows.originals.values(),
      settings: rows.settings.values(),
      tombstones: rows.tombstones.values(),
      replacedPictures: rows.replacedPictures.values(),
      deleted,
    });
    return copy;
  };
  return {
    name,
    files,
    all,
    state,
    sentinel,
    follower,
    open,
    snapshot,
    recover,
    count: () => tooMuch,
  };
}

it('holds few bytes of pictures that are stored fast, and has all of them by a snapshot', async () => {
  const { follower, open, snapshot, files, count } = library();
  const db = open();
  const { assets, wrapUps } = createStores(db);
  await wrapUps.put(wrapUp());
  const large = (digit: string) => ({
    ...{ id: digit.repeat(64), mediaType: 'image/png', createdAt: instant },
    bytes: new ArrayBuffer(9_000_000),
  });
  for (const digit of ['1', '2', '3']) await assets.put(large(digit));
  const kept = async () => (await files.list('pictures')).map(({ name }) => name[0]).sort();
  await follower.flush();
  expect(await kept()).toEqual(['1']);
  expect(count()).toBe(1);
  await snapshot();
  expect(await kept()).toEqual(['1', '2', '3']);
  await assets.put(large('4'));
  await follower.flush();
  expect(await kept()).toEqual(['1', '2', '3', '4']);
  expect(count()).toBe(1);
  db.close();
});

it('brings a library back from the snapshot and the changes since', async () => {
  const { name, all, follower, open, snapshot, recover, sentinel } = library();
  const db = open();
  const stores = createStores(db);
  await stores.wrapUps.put(wrapUp());
  await stores.items.put(quote(2), original);
  await stores.items.put(note(3));
  await stores.settings.setActiveWrapUpId(uuid(1));
  await snapshot();
  await stores.items.update(uuid(2), { note: 'Added since' });
  await stores.items.put(note(4));
  await db.items.delete(uuid(3));
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  const assetId = 'a'.repeat(64);
  await stores.assets.put({ id: assetId, bytes, mediaType: 'image/png', createdAt: instant });
  await stores.items.put(image(5, { assetId }));
  await follower.flush();
  const before = await db.items.toArray();
  const { writes } = sentinel.last as LibraryMark;
  db.close();
  await Dexie.delete(name);

  const copy = await recover();
  expect(copy.has(writes)).toBe(true);
  const after = open();
  expect(await after.items.toArray()).toEqual(before);
  expect(await createStores(after).settings.activeWrapUpId()).toBe(uuid(1));
  expect(await after.originals.count()).toBe(1);
  expect(all.get(`pictures/${assetId}`)).toEqual(new Uint8Array([1, 2, 3]));
  expect(copy.rows.pictures.get(assetId)).toMatchObject({ mediaType: 'image/png', size: 3 });
  expect(sentinel.last?.writes).toBe(writes + 1);
  after.close();
});

it('has the changes alone before the first snapshot', async () => {
  const { name, follower, open, recover } = library();
  const db = open();
  await createStores(db).wrapUps.put(wrapUp());
  await follower.flush();
  db.close();
  await Dexie.delete(name);
  await recover();
  const after = open();
  expect(await after.wrapUps.count()).toBe(1);
  after.close();
});

it('gives clips a wrap-up where only what another page wrote of theirs was copied', async () => {
  const { name, follower, open, recover, sentinel } = library();
  const background = openDatabase(name, { sentinel });
  await createStores(background).wrapUps.put(wrapUp());
  await createStores(background).items.put(note(2, { createdAt: '2026-11-20T10:00:00.000Z' }));
  // The background is killed before it has copied that; a page edits what is there.
  background.close();
  const page = open();
  const stores = createStores(page);
  await stores.items.update(uuid(2), { note: 'Typed in the popup' });
  await stores.items.put(note(3, { createdAt: '2026-11-21T10:00:00.000Z' }));
  await stores.items.put(note(4, { wrapUpId: 'inbox' }));
  await follower.flush();
  page.close();
  await Dexie.delete(name);

  await recover();
  const after = open();
  const [made, ...others] = await createStores(after).wrapUps.list();
  expect(others).toEqual([]);
  expect(made).toMatchObject({ id: uuid(1), title: 'Wrap-up 2026-11-20', deletedAt: null });
  expect((await createStores(after).items.list(uuid(1))).map(({ id }) => id)).toEqual([
    uuid(2),
    uuid(3),
  ]);
  // A context with the real one restores it over the generated one.
  expect(made?.updatedAt).toBe('2026-11-20T10:00:00.000Z');
  after.close();
});

it('knows again what was deleted for good, and which pictures were replaced', async () => {
  const { name, follower, open, snapshot, recover } = library();
  const db = open();
  const stores = createStores(db);
  await stores.wrapUps.put(wrapUp());
  const tombstone = (n: number) => ({ id: uuid(n), kind: 'item', purgedAt: instant }) as const;
  const replaced = (n: number) => ({
    id: `${uuid(n)}/${'a'.repeat(64)}`,
    record: 'item' as const,
    recordId: uuid(n),
    assetId: 'a'.repeat(64),
    fileName: 'ring.png',
    replacedAt: instant,
  });
  await db.tombstones.bulkPut([tombstone(20), tombstone(21)]);
  await db.replacedPictures.bulkPut([replaced(30), replaced(31)]);
  await snapshot();
  await db.tombstones.put(tombstone(22));
  await db.tombstones.delete(uuid(20));
  await db.replacedPictures.put(replaced(32));
  await db.replacedPictures.delete(replaced(30).id);
  await follower.flush();
  db.close();
  await Dexie.delete(name);

  await recover();
  const after = open();
  expect(await after.tombstones.toArray()).toEqual([tombstone(21), tombstone(22)]);
  expect(await after.replacedPictures.toArray()).toEqual([replaced(31), replaced(32)]);
  after.close();
});

it('brings the newest changes back into a library that lost them', async () => {
  const { name, follower, open, snapshot, recover, sentinel } = library();
  const db = open();
  const stores = createStores(db);
  await stores.wrapUps.put(wrapUp());
  await stores.items.put(note(2));
  await snapshot();
  const cut = await db.items.toArray();
  const mark = await db.settings.get('library');
  await stores.items.update(uuid(2), { note: 'The newest words' });
  await stores.items.put(note(3));
  await follower.flush();
  db.close();
  // As a cut log leaves it: older rows, with their mark.
  const raw = new Dexie(name);
  await raw.open();
  await raw.table('items').clear();
  await raw.table('items').bulkPut(cut);
  await raw.table('settings').put(mark);
  raw.close();

  const refused = open();
  await expect(createStores(refused).wrapUps.list()).rejects.toMatchObject({
    code: 'library-behind',
  });
  refused.close();
  await recover();
  expect(sentinel.last?.writes).toBe(5);
  const after = open();
  expect((await after.items.get(uuid(2)))?.note).toBe('The newest words');
  expect(await after.items.count()).toBe(2);
  after.close();
});

it('passes a snapshot over that cannot be read, and lines that are cut off', async () => {
  const { name, all, follower, open, snapshot, recover } = library();
  const db = open();
  await createStores(db).wrapUps.put(wrapUp());
  await snapshot();
  all.set('snapshots/2026-11-30T09.30.00.000Z daily 1.zip', new TextEncoder().encode('no zip'));
  await createStores(db).items.put(note(2));
  await follower.flush();
  const [tail] = [...all.keys()].filter((path) => path.startsWith('tail/'));
  const text = new TextDecoder().decode(all.get(tail ?? ''));
  all.set(tail ?? '', new TextEncoder().encode(`${text}{"n":9,"table":"items","key":"`));
  db.close();
  await Dexie.delete(name);
  const copy = await recover();
  expect(copy.rows.wrapUps.size).toBe(1);
  expect(copy.rows.items.size).toBe(1);
});

it('asks for a snapshot where a commit is too much to follow', async () => {
  const { open, count } = library();
  const db = open();
  await createStores(db).wrapUps.put(wrapUp());
  expect(count()).toBe(0);
  await db.wrapUps.clear();
  expect(count()).toBe(1);
  db.close();
});

it('writes again with the next change what the disk had no room for', async () => {
  const { all, state, follower, open } = library();
  const db = open();
  await createStores(db).wrapUps.put(wrapUp());
  state.fails = new DOMException('Full', 'QuotaExceededError');
  await expect(follower.flush()).rejects.toThrow();
  state.fails = undefined;
  await createStores(db).items.put(note(2));
  await follower.flush();
  const [tail] = [...all.entries()].filter(([path]) => path.startsWith('tail/'));
  expect(new TextDecoder().decode(tail?.[1]).split('\n')).toHaveLength(4);
  db.close();
});

it('writes nothing again that was erased, or that a snapshot has', async () => {
  const { all, follower, open } = library();
  const db = open();
  await createStores(db).wrapUps.put(wrapUp());
  await createStores(db).items.put(note(2, { note: 'To be erased' }));
  await follower.flush();
  for (const path of [...all.keys()]) all.delete(path);
  await createStores(db).items.put(note(3, { note: 'Written since' }));
  await follower.flush();
  const text = [...all.values()].map((bytes) => new TextDecoder().decode(bytes)).join('');
  expect(text).toContain('Written since');
  expect(text).not.toContain('To be erased');
  db.close();
});
