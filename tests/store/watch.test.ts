import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Item } from '../../lib/core/post/item.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { watchActiveCount, watchActiveWrapUp } from '../../lib/store/watch.ts';
import { watchItems } from '../../lib/store/watch-items.ts';
import { eventually } from '../support/eventually.ts';
import { quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

let db: Database;
let other: Database;
let databases = 0;

beforeEach(() => {
  databases += 1;
  db = openDatabase(`watch-${databases}`);
  other = openDatabase(`watch-${databases}`);
});
afterEach(() => {
  db.close();
  other.close();
});

it('calls back at once and after each write, also from another connection', async () => {
  const seen: string[][] = [];
  const end = watchItems(db, wrapUpId, (items) => seen.push(items.map((item) => item.id)));
  await eventually(() => expect(seen).toEqual([[]]));
  await createStores(other).items.put(quote(1));
  await eventually(() => expect(seen.at(-1)).toEqual([uuid(1)]));
  await createStores(db).items.update(uuid(1), { deletedAt: '2026-03-20T00:00:00.000Z' });
  await eventually(() => expect(seen.at(-1)).toEqual([]));
  const calls = seen.length;
  end();
  await createStores(db).items.put(quote(2));
  await createStores(db).items.list(wrapUpId);
  expect(seen).toHaveLength(calls);
});

it('reads only what was written, and leaves all other items the objects they were', async () => {
  const stores = createStores(db);
  await stores.items.put(quote(1, { order: 'a1' }));
  await stores.items.put(quote(2, { order: 'a2' }));
  await stores.items.put(quote(3, { order: 'a3' }));
  let seen: Item[] = [];
  const end = watchItems(db, wrapUpId, (items) => {
    seen = items;
  });
  await eventually(() => expect(seen).toHaveLength(3));
  const [first, , third] = seen;
  const whole = vi.spyOn(db.items, 'where');
  await createStores(other).items.update(uuid(2), { note: 'why' });
  await eventually(() => expect(seen[1]).toMatchObject({ id: uuid(2), note: 'why' }));
  expect(whole).not.toHaveBeenCalled();
  expect(seen[0]).toBe(first);
  expect(seen[2]).toBe(third);
  end();
});

it('follows an item to another place in the list, out of it and back', async () => {
  const stores = createStores(db);
  for (const n of [1, 2, 3]) await stores.items.put(quote(n, { order: `a${n}` }));
  let seen: string[] = [];
  const end = watchItems(db, wrapUpId, (items) => {
    seen = items.map((item) => item.id);
  });
  await eventually(() => expect(seen).toEqual([uuid(1), uuid(2), uuid(3)]));
  await stores.items.update(uuid(1), { order: 'a25' });
  await eventually(() => expect(seen).toEqual([uuid(2), uuid(1), uuid(3)]));
  await stores.items.update(uuid(3), { wrapUpId: 'inbox' });
  await eventually(() => expect(seen).toEqual([uuid(2), uuid(1)]));
  await stores.items.update(uuid(3), { wrapUpId, order: 'a1' });
  await eventually(() => expect(seen).toEqual([uuid(3), uuid(2), uuid(1)]));
  end();
});

it('reads all again after a write that does not say what it touched', async () => {
  let seen: Item[] | undefined;
  const end = watchItems(db, wrapUpId, (items) => {
    seen = items;
  });
  await eventually(() => expect(seen).toEqual([]));
  const many = Array.from({ length: 60 }, (_, n) => ({ ...quote(n + 10), live: 1 as const }));
  await other.items.bulkPut(many);
  await eventually(() => expect(seen).toHaveLength(60));
  await other.items.clear();
  await eventually(() => expect(seen).toEqual([]));
  end();
});

it('follows the active wrap-up and its title', async () => {
  const stores = createStores(db);
  const titles: (string | undefined)[] = [];
  const end = watchActiveWrapUp(db, ({ wrapUp: active }) => titles.push(active?.title));
  await stores.wrapUps.put(wrapUp());
  await stores.settings.setActiveWrapUpId(wrapUpId);
  await eventually(() => expect(titles.at(-1)).toBe('Rustling Meetup #12 wrap-up'));
  await stores.wrapUps.update(wrapUpId, { title: 'Renamed' });
  await eventually(() => expect(titles.at(-1)).toBe('Renamed'));
  await stores.settings.setActiveWrapUpId('inbox');
  await eventually(() => expect(titles.at(-1)).toBeUndefined());
  end();
});

it('follows how many items the active wrap-up has, as far as the button can show it', async () => {
  const stores = createStores(db);
  const counts: number[] = [];
  const end = watchActiveCount(db, (count) => counts.push(count));
  await eventually(() => expect(counts.at(-1)).toBe(0));
  await stores.settings.setActiveWrapUpId(wrapUpId);
  await createStores(other).items.put(quote(1));
  await eventually(() => expect(counts.at(-1)).toBe(1));
  await db.items.bulkPut(Array.from({ length: 1_200 }, (_, n) => ({ ...quote(n + 2), live: 1 })));
  await eventually(() => expect(counts.at(-1)).toBe(1_000));
  end();
});

it('says when the database cannot be read', async () => {
  const broken = () => Dexie.Promise.reject(new DOMException('Internal error', 'UnknownError'));
  vi.spyOn(db.items, 'where').mockReturnValue({ between: () => ({ toArray: broken }) } as never);
  const failures: string[] = [];
  const end = watchItems(
    db,
    wrapUpId,
    () => {},
    (error) => failures.push(error.code),
  );
  await eventually(() => expect(failures).toEqual(['storage-failed']));
  end();
});
