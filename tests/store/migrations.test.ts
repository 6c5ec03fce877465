import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { openDatabase } from '../../lib/store/database.ts';
import { version1 } from '../../lib/store/migrations/version-1.ts';
import { createStores } from '../../lib/store/stores.ts';
import { image, instant, note, quote, wrapUp, wrapUpId } from '../support/records.ts';

// Frozen: a database of this shape is on users' disks. To change it, add a version, and leave this.
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
