import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { insteadOf } from '../../lib/app/instead-of.ts';
import { setLanding } from '../../lib/app/landing.ts';
import { moveItems } from '../../lib/app/move-items.ts';
import { placeItems } from '../../lib/app/tray.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('instead-of');
const stores = createStores(db);
const app = { ...stores, clock: { now: () => instant, offsetMinutes: () => 0 } };
const empty = uuid(3);

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
  for (const n of [2, 3, 4]) await stores.items.put(note(n, { order: `a${n}` }));
  await stores.items.put(note(5, { order: 'a5', tray: 'waiting' }));
});

const post = async () => (await stores.items.list(wrapUpId)).map(({ id }) => Number(id.slice(-2)));
const landing = async () => (await stores.wrapUps.get(wrapUpId))?.landing;
const through = () => ({ changes: insteadOf(app, empty) });

it('what is placed in the place of an item comes as the other goes, in one step', async () => {
  expect((await placeItems(through(), wrapUpId, [uuid(5)], { after: empty })).ok).toBe(true);
  expect(await post()).toEqual([2, 5, 4]);
  await stores.changes.undo(wrapUpId);
  expect(await post()).toEqual([2, 3, 4]);
  await stores.changes.redo(wrapUpId);
  expect(await post()).toEqual([2, 5, 4]);
});

it('what is moved there, too, and what stands there already', async () => {
  expect((await moveItems(through(), wrapUpId, [uuid(2)], { afterId: empty })).ok).toBe(true);
  expect(await post()).toEqual([2, 4]);
  await stores.changes.undo(wrapUpId);
  expect((await moveItems(through(), wrapUpId, [uuid(4)], { afterId: empty })).ok).toBe(true);
  expect(await post()).toEqual([2, 4]);
  await stores.changes.undo(wrapUpId);
  expect(await post()).toEqual([2, 3, 4]);
});

it('new clips land below what was put there, or where the one that went has stood', async () => {
  await setLanding(app, wrapUpId, empty);
  await placeItems(through(), wrapUpId, [uuid(5)], { after: empty });
  expect(await landing()).toBe(uuid(5));
  await stores.changes.undo(wrapUpId);
  await moveItems(through(), wrapUpId, [uuid(4)], { afterId: empty });
  expect(await landing()).toBe(uuid(2));
});
