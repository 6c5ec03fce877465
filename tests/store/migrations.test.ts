import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../lib/store/database.ts';
import { version1 } from '../../lib/store/migrations/version-1.ts';
import { version2 } from '../../lib/store/migrations/version-2.ts';
import { version3 } from '../../lib/store/migrations/version-3.ts';
import { version4 } from '../../lib/store/migrations/version-4.ts';
import { createStores } from '../../lib/store/stores.ts';
import { itemRows } from '../bench/popup-records.ts';
import { image, instant, note, quote, wrapUp, wrapUpId } from '../support/records.ts';

// Frozen, because a database of this shape is on users' disks. To change it, add a version, and
// leave this one.
it('opens with the tables and indexes that shipped in version 1, the history of version 2, the index of version 3, the tombstones of version 4 and the index of version 6', async () => {
  const db = openDatabase('migrations-1');
  await db.open();
  const shape = Object.fromEntries(
    db.tables.map((table) => [
      table.name,
      [table.schema.primKey.src, ...table.schema.indexes.map((index) => index.src)],
    ]),
  );
  expect(db.verno).toBe(6);
  expect(shape).toEqual({
    wrapUps: ['id', '[live+updatedAt]', 'deletedAt'],
    items: [
      'id',
      '[wrapUpId+live+order]',
      '[wrapUpId+order]',
      '[fingerprint+live]',
      '[wrapUpId+live+fileName]',
      '[wrapUpId+live+kind]',
      'deletedAt',
      'assetId',
    ],
    originals: ['id'],
    assets: ['id'],
    settings: ['key'],
    changes: ['++seq', '*marks', '*ids'],
    tombstones: ['id'],
    replacedPictures: ['id', 'replacedAt'],
  });
  db.close();
});

it('keeps every record of a version 1 database', async () => {
  const old = new Dexie('migrations-2');
  old.version(1).stores(version1);
  const items = [quote(11), note(12), image(13, { deletedAt: instant })];
  await old
    .table('items')
    .bulkPut(items.map((item) => ({ ...item, live: item.deletedAt ? 0 : 1 })));
  await old.table('wrapUps').put({ ...wrapUp(), live: 1 });
  await old.table('settings').put({ key: 'activeWrapUpId', value: wrapUpId });
  const before = await Promise.all(old.tables.map((table) => table.toArray()));
  old.close();

  const db = openDatabase('migrations-2');
  const after = await Promise.all(old.tables.map(({ name }) => db.table(name).toArray()));
  expect(after).toEqual(before);
  expect(await db.changes.count()).toBe(0);
  db.close();
});

it('keeps what waits in the tray out of lists, and finds it as a duplicate', async () => {
  const db = openDatabase('migrations-3');
  const stores = createStores(db, { now: () => instant });
  await stores.wrapUps.put(wrapUp());
  const waiting = quote(11, { tray: 'waiting', seenAt: null });
  await stores.items.put(waiting);
  await stores.items.put(note(12));
  expect((await stores.items.list(wrapUpId)).map(({ id }) => id)).toEqual([note(12).id]);
  expect(await stores.items.withFingerprint(waiting.fingerprint)).toEqual([waiting]);
  db.close();
});

describe('an upgrade of many clips', () => {
  afterEach(() => vi.restoreAllMocks());
  const rows = itemRows(2_000, wrapUpId, 1_000);

  /** Creates a database of the version before blocks. */
  async function makeVersion4(name: string) {
    const old = new Dexie(name);
    for (const [at, stores] of [version1, version2, version3, version4].entries()) {
      old.version(at + 1).stores(stores);
    }
    await old.table('items').bulkPut(rows);
    old.close();
  }

  /** Delays opening a version; `onUpgrade` is called once Dexie has requested its changes. */
  function interfere(name: string, afterMs: number, onUpgrade: (upgrade: IDBTransaction) => void) {
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((database, version) => {
      if (database !== name || version === undefined) return open(database, version);
      const handlers: Partial<Record<string, (event: Event) => void>> = {};
      let real: IDBOpenDBRequest | undefined;
      setTimeout(() => {
        const request = open(database, version);
        real = request;
        request.onupgradeneeded = (event) => {
          handlers.onupgradeneeded?.(event);
          if (request.transaction) onUpgrade(request.transaction);
        };
        request.onsuccess = (event) => handlers.onsuccess?.(event);
        request.onerror = (event) => handlers.onerror?.(event);
      }, afterMs);
      return new Proxy(handlers, {
        get: (_, key) => Reflect.get(real ?? {}, key),
      }) as unknown as IDBOpenDBRequest;
    });
  }

  async function expectAll(name: string) {
    const db = openDatabase(name);
    expect(await db.items.count()).toBe(rows.length);
    expect(await db.items.toArray()).toEqual(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    const quotes = db.items.where('[wrapUpId+live+kind]').equals([wrapUpId, 1, 'quote']);
    expect(await quotes.count()).toBe(rows.length);
    db.close();
  }

  it('gets the time that it takes', async () => {
    await makeVersion4('upgrade-1');
    interfere('upgrade-1', 400, () => {});
    const db = openDatabase('upgrade-1', { openMs: 300 });
    expect(await db.items.count()).toBe(rows.length);
    db.close();
    vi.restoreAllMocks();
    await expectAll('upgrade-1');
  });

  it('that was interrupted changed nothing, and is done with the next need', async () => {
    await makeVersion4('upgrade-2');
    interfere('upgrade-2', 0, (upgrade) => upgrade.abort());
    const db = openDatabase('upgrade-2');
    await expect(db.items.count()).rejects.toThrow();
    db.close();
    vi.restoreAllMocks();
    await expectAll('upgrade-2');
  });
});
