import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../lib/store/database.ts';
import { copyRaw } from '../../lib/store/raw-database.ts';
import { askForFullDisk } from '../../lib/store/store-error.ts';
import { createStores } from '../../lib/store/stores.ts';
import { eventually } from '../support/eventually.ts';
import { givenUp } from '../support/given-up.ts';
import { uuid, wrapUp } from '../support/records.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Makes the opening of a version fail; examining the database still works. */
function failToOpen(name: string, times = Infinity) {
  const open = indexedDB.open.bind(indexedDB);
  const tries = { count: 0 };
  vi.spyOn(indexedDB, 'open').mockImplementation((database, version) => {
    if (version === undefined) return open(database);
    tries.count++;
    if (tries.count <= times) throw new DOMException('It does not open', name);
    return open(database, version);
  });
  return tries;
}

it('opens a database again that could not be opened once', async () => {
  const tries = failToOpen('QuotaExceededError', 1);
  const db = openDatabase('open-again');
  const { wrapUps } = createStores(db);
  await expect(wrapUps.list()).rejects.toMatchObject({ code: 'storage-full' });
  await givenUp();
  await wrapUps.put(wrapUp());
  expect((await wrapUps.get(uuid(1)))?.id).toBe(uuid(1));
  expect(tries.count).toBe(2);
  db.close();
});

it('opens a database of this version once, though it looks at it first', async () => {
  const first = openDatabase('opened-once');
  await createStores(first).wrapUps.put(wrapUp());
  first.close();
  const open = vi.spyOn(indexedDB, 'open');
  const db = openDatabase('opened-once');
  const { wrapUps } = createStores(db);
  expect(await wrapUps.list()).toHaveLength(1);
  expect(open).toHaveBeenCalledOnce();
  await wrapUps.put(wrapUp({ id: uuid(2) }));
  expect(await wrapUps.list()).toHaveLength(2);
  db.close();
  expect(await wrapUps.list().catch(() => 'closed')).toBe('closed');
});

it('lets go of a database that is deleted while it is looked at, and opens what is there then', async () => {
  const first = openDatabase('let-go');
  await createStores(first).wrapUps.put(wrapUp());
  first.close();
  const { promise: remembered, resolve: remember } = Promise.withResolvers<undefined>();
  const sentinel = { read: () => remembered, wrote: () => {} };
  const db = openDatabase('let-go', { sentinel });
  const opening = vi.spyOn(indexedDB, 'open');
  const listing = createStores(db).wrapUps.list();
  await eventually(() => expect(opening).toHaveBeenCalledOnce());
  const deleting = indexedDB.deleteDatabase('let-go');
  deleting.onblocked = () => remember(undefined);
  await new Promise((resolve, reject) => {
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });
  expect(await listing).toEqual([]);
  db.close();
});

it('leaves no connection behind where the look takes too long', async () => {
  const first = openDatabase('looked-late');
  await createStores(first).wrapUps.put(wrapUp());
  first.close();
  const { promise: remembered, resolve: remember } = Promise.withResolvers<undefined>();
  const sentinel = { read: () => remembered, wrote: () => {} };
  const db = openDatabase('looked-late', { openMs: 20, sentinel });
  await expect(createStores(db).wrapUps.list()).rejects.toMatchObject({ code: 'storage-failed' });
  remember(undefined);
  // It is blocked as long as a connection is open.
  const deleting = indexedDB.deleteDatabase('looked-late');
  await new Promise((resolve, reject) => {
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });
});

it('says so every time while it cannot be opened, and tries once for each need', async () => {
  const tries = failToOpen('InvalidStateError');
  const db = openDatabase('never-opens');
  const { wrapUps } = createStores(db);
  for (let n = 1; n <= 3; n++) {
    await expect(Promise.all([wrapUps.list(), wrapUps.list()])).rejects.toMatchObject({
      code: 'storage-failed',
    });
    await givenUp();
    expect(tries.count).toBe(n);
  }
  db.close();
});

it('gives up on a database that never opens, and opens it once it can be', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const open = indexedDB.open.bind(indexedDB);
  let hangs = true;
  const opening = vi
    .spyOn(indexedDB, 'open')
    .mockImplementation((database, version) =>
      hangs && version !== undefined ? ({} as IDBOpenDBRequest) : open(database, version),
    );
  const db = openDatabase('hangs', { openMs: 5_000 });
  const { wrapUps } = createStores(db);
  const listing = wrapUps.list().catch(({ code }) => code);
  await vi.waitUntil(() => opening.mock.calls.some(([, version]) => version !== undefined));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await listing).toBe('storage-failed');
  hangs = false;
  await vi.advanceTimersByTimeAsync(1);
  expect(await wrapUps.list()).toEqual([]);
  db.close();
});

it('leaves a database as it is that a newer version wrote, and copies its rows', async () => {
  const newer = new Dexie('newer');
  newer.version(90).stores({ items: 'id, mood', moods: 'id' });
  await newer.table('items').put({ id: 'a', mood: 'calm', words: { de: 'ruhig' } });
  await newer.table('moods').put({ id: 'm', bytes: new ArrayBuffer(4) });
  newer.close();

  const db = openDatabase('newer');
  const { items, wrapUps } = createStores(db);
  await expect(items.list('inbox')).rejects.toMatchObject({ code: 'storage-newer' });
  await expect(wrapUps.put(wrapUp())).rejects.toMatchObject({ code: 'storage-newer' });
  expect(await copyRaw('newer')).toEqual({
    version: 900,
    stores: {
      items: [{ id: 'a', mood: 'calm', words: { de: 'ruhig' } }],
      moods: [{ id: 'm' }],
    },
  });
  expect(await copyRaw('no such database')).toBeUndefined();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('no such database');
});

it('says that the disk is full where the browser gives no reason, and asks in no transaction', async () => {
  const isFull = vi.fn(async () => true);
  askForFullDisk(isFull);
  const db = openDatabase('full-disk');
  const { wrapUps, atomically } = createStores(db);
  await wrapUps.put(wrapUp());
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Internal error', 'UnknownError');
  });
  await expect(wrapUps.put(wrapUp())).rejects.toMatchObject({ code: 'storage-full' });
  expect(isFull).toHaveBeenCalledTimes(1);
  await expect(atomically(() => wrapUps.put(wrapUp()))).rejects.toMatchObject({
    code: expect.stringMatching(/storage/),
  });
  expect(await wrapUps.list()).toHaveLength(1);
  isFull.mockResolvedValue(false);
  await expect(wrapUps.put(wrapUp())).rejects.toMatchObject({ code: 'storage-failed' });
  put.mockRestore();
  db.close();
  failToOpen('UnknownError');
  isFull.mockResolvedValue(true);
  const unopened = openDatabase('full-disk-unopened');
  await expect(createStores(unopened).wrapUps.list()).rejects.toMatchObject({
    code: 'storage-full',
  });
  askForFullDisk(undefined);
});

it('does not take one that could not be opened for one that the browser has closed', async () => {
  const onClose = vi.fn(async () => {});
  const whenClosed = { onClose, mayOpen: async () => onClose.mock.calls.length === 0 };
  const { wrapUps } = createStores(openDatabase('refused', { whenClosed }));
  failToOpen('UnknownError');
  await expect(wrapUps.list()).rejects.toMatchObject({ code: 'storage-failed' });
  await givenUp();
  await expect(wrapUps.list()).rejects.toMatchObject({ code: 'storage-failed' });
  expect(onClose).not.toHaveBeenCalled();
});

it('does not take one for closed that is asked to open while it is open', async () => {
  const whenClosed = { onClose: vi.fn(async () => {}), mayOpen: vi.fn(async () => true) };
  const db = openDatabase('open', { whenClosed });
  await db.open();
  const open = vi.spyOn(indexedDB, 'open');
  expect(await db.open()).toBe(db);
  expect(whenClosed.onClose).not.toHaveBeenCalled();
  expect(whenClosed.mayOpen).toHaveBeenCalledOnce();
  expect(open).not.toHaveBeenCalled();
  db.close();
});

it('does not touch a database that the browser has closed before it may', async () => {
  const onClose = vi.fn(async () => {});
  const whenClosed = { onClose, mayOpen: async () => true };
  const db = openDatabase('closed', { whenClosed });
  const { wrapUps } = createStores(db);
  await wrapUps.put(wrapUp());
  // As in Chromium when it could not write its files.
  db.backendDB().onclose?.(new Event('close'));
  expect(onClose).toHaveBeenCalledOnce();
  whenClosed.mayOpen = async () => false;
  const open = vi.spyOn(indexedDB, 'open');
  await expect(wrapUps.put(wrapUp({ id: uuid(2) }))).rejects.toMatchObject({
    code: 'storage-full',
  });
  const failure = new DOMException('Damaged', 'UnknownError');
  whenClosed.mayOpen = () => Promise.reject(failure);
  await givenUp();
  await expect(wrapUps.put(wrapUp({ id: uuid(2) }))).rejects.toMatchObject({
    code: 'storage-failed',
  });
  expect(open).not.toHaveBeenCalled();
  whenClosed.mayOpen = async () => true;
  await eventually(async () => expect(await wrapUps.list()).toHaveLength(1));
  db.close();
});
