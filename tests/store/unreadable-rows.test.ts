import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { findUnreadable } from '../../lib/store/unreadable-rows.ts';
import { watchWrapUps } from '../../lib/store/watch.ts';
import { eventually } from '../support/eventually.ts';
import { note, uuid, wrapUp } from '../support/records.ts';

let db: Database;
let databases = 0;
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  db = openDatabase(`unreadable-${++databases}`);
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
});

it('counts wrap-ups that cannot be read', async () => {
  await createStores(db).wrapUps.put(wrapUp());
  await db.wrapUps.put({ ...wrapUp({ id: uuid(8) }), live: 1, tags: 'none' } as never);
  const seen: [number, number][] = [];
  const end = watchWrapUps(db, (all, unreadable) => seen.push([all.length, unreadable]));
  await eventually(() => expect(seen.at(-1)).toEqual([1, 1]));
  end();
});

it('finds all that cannot be read, whole and deleted ones too', async () => {
  const { items, wrapUps } = createStores(db);
  await wrapUps.put(wrapUp());
  for (let n = 100; n < 700; n++) await db.items.put({ ...note(n), live: 1 } as never);
  await items.put(note(2));
  const deleted = { ...note(3), live: 0, deletedAt: 'once upon a time' };
  const wrong = { ...wrapUp({ id: uuid(8) }), live: 1, tags: 'none' };
  await db.items.put(deleted as never);
  await db.wrapUps.put(wrong as never);
  expect(await findUnreadable(db)).toEqual([
    { table: 'wrapUps', id: uuid(8), row: wrong },
    { table: 'items', id: uuid(3), row: deleted },
  ]);
});

it('never removes it with what was deleted long ago', async () => {
  const { trash } = createStores(db);
  const deleted = { ...note(3), live: 0, deletedAt: '2020-01-01T00:00:00.000Z', note: 42 };
  await db.items.put(deleted as never);
  await trash.purge({ before: '2026-01-01T00:00:00.000Z' });
  expect(await findUnreadable(db)).toEqual([{ table: 'items', id: uuid(3), row: deleted }]);
});
