import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Item } from '../../lib/core/post/item.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { itemSlices } from '../../lib/store/item-slices.ts';
import { createListSource } from '../../lib/store/list-source.ts';
import { createStores } from '../../lib/store/stores.ts';
import { note, quote, uuid, wrapUpId } from '../support/records.ts';

let db: Database;
let databases = 0;
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  db = openDatabase(`list-source-${++databases}`);
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
});

const order = (n: number) => `a${String(n).padStart(6, '0')}`;
const stored = (item: Item) => ({ ...item, live: 1 }) as never;
const put = (items: Item[]) => db.items.bulkPut(items.map(stored));
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => uuid(from + n));

it('has all ids of a long list in their order, and the records that arrange it', async () => {
  const items: Item[] = ids(0, 9_000).map((_, n) => note(n, { order: order(n) }));
  items[4_321] = { ...note(4_321, { order: order(4_321) }), kind: 'section', form: 'h2' };
  await put(items);
  await put([note(9_999, { wrapUpId: 'inbox' }), note(9_998, { tray: 'waiting' })]);
  await db.items.update(uuid(9_998), { live: 2 });
  const read = await createListSource(db, wrapUpId).readIds();
  expect(read.ids).toEqual(ids(0, 9_000));
  expect(read.outline).toEqual([items[4_321]]);
});

it('has all ids of a list whose items have the same place', async () => {
  await put(ids(0, 9_000).map((_, n) => note(n, { order: n < 4_500 ? 'a1' : order(n) })));
  const read = await createListSource(db, wrapUpId).readIds();
  expect(new Set(read.ids).size).toBe(9_000);
  expect(read.ids).toHaveLength(9_000);
});

it('has the end of a list, and says whether that is all', async () => {
  const source = createListSource(db, wrapUpId);
  await put(ids(0, 40).map((_, n) => note(n, { order: order(n) })));
  expect(await source.readEnd()).toMatchObject({ complete: true });
  await put([note(40, { order: order(40) })]);
  const end = await source.readEnd();
  expect(end.complete).toBe(false);
  expect(end.items.map(({ id }) => id)).toEqual(ids(1, 41));
});

it('reads those that are in the list, and names those that cannot be read', async () => {
  const { items } = createStores(db);
  await put([quote(1), quote(2), { ...note(3), note: 42 } as never]);
  await items.update(uuid(2), { deletedAt: '2026-03-20T00:00:00.000Z' });
  const source = createListSource(db, wrapUpId);
  expect(await source.read([uuid(1), uuid(2), uuid(3), uuid(4)])).toEqual({
    items: [quote(1)],
    broken: [uuid(3)],
  });
});

it('says what an item stands after, also among items of one place', async () => {
  await put([
    note(1, { order: 'a1' }),
    note(2, { order: 'a2' }),
    note(3, { order: 'a2' }),
    note(4, { order: 'a2' }),
    note(5, { order: 'a3' }),
  ]);
  const { after } = await createListSource(db, wrapUpId).readPlaced(ids(1, 6));
  expect([...after]).toEqual([
    [uuid(1), null],
    [uuid(2), uuid(1)],
    [uuid(3), uuid(2)],
    [uuid(4), uuid(3)],
    [uuid(5), uuid(4)],
  ]);
});

it('reads all in slices, each item once, also where many have one place', async () => {
  await put(ids(0, 900).map((_, n) => note(n, { order: n < 400 ? 'a1' : order(n) })));
  const seen: string[] = [];
  let slices = 0;
  for await (const items of itemSlices(db, wrapUpId)) {
    slices += 1;
    seen.push(...items.map(({ id }) => id));
  }
  expect(slices).toBeGreaterThan(3);
  expect(seen.toSorted()).toEqual(ids(0, 900));
});
