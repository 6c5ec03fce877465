import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../lib/store/database.ts';

// Frozen: a database of this shape is on users' disks. To change it, add a version, and leave this.
it('opens version 1 with the tables and indexes that shipped', async () => {
  const db = openDatabase('migrations-1');
  await db.open();
  const shape = Object.fromEntries(
    db.tables.map((table) => [
      table.name,
      [table.schema.primKey.src, ...table.schema.indexes.map((index) => index.src)],
    ]),
  );
  expect(db.verno).toBe(1);
  expect(shape).toEqual({
    wrapUps: ['id', '[live+updatedAt]', 'deletedAt'],
    items: [
      'id',
      '[wrapUpId+live+order]',
      '[wrapUpId+order]',
      '[fingerprint+live]',
      'deletedAt',
      'assetId',
    ],
    originals: ['id'],
    assets: ['id'],
    settings: ['key'],
  });
  db.close();
});
