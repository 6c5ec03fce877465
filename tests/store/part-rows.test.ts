import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { addSection } from '../../lib/app/add-item.ts';
import { fieldEdits } from '../../lib/app/edited.ts';
import { setLanding } from '../../lib/app/landing.ts';
import { storeParts } from '../../lib/app/part-rows.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('part-rows');
const stores = createStores(db);
const app = { ...stores, clock: { now: () => instant, offsetMinutes: () => 0 } };

const [one, two] = [uuid(1), uuid(2)];
const intro = { id: uuid(70), part: 'intro' };
const footer = { id: uuid(71), part: 'footer' };

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
  for (const n of [1, 2]) await stores.items.put(note(n, { id: uuid(n), order: `a${n}` }));
});

const post = async () =>
  (await stores.items.list(wrapUpId)).map((item) => {
    if (item.kind === 'part') return item.part;
    return item.kind === 'section' ? item.note : Number(item.id.slice(-12));
  });
const landing = async () => (await stores.wrapUps.get(wrapUpId))?.landing;

it('parts get rows at both ends, and a clip another place, as one step', async () => {
  const stored = await storeParts(app, wrapUpId, {
    kind: 'move',
    order: [two, intro.id, one, footer.id],
    parts: [intro, { ...footer, changes: { hidden: true } }],
    moving: [two],
  });
  expect(stored.ok).toBe(true);
  expect(await post()).toEqual([2, 'intro', 1, 'footer']);
  expect((await stores.items.get(footer.id))?.hidden).toBe(true);
  await stores.changes.undo(wrapUpId);
  expect(await post()).toEqual([1, 2]);
  await stores.changes.redo(wrapUpId);
  expect(await post()).toEqual([2, 'intro', 1, 'footer']);
});

it('a part that another window gave a row keeps that one, and is changed there', async () => {
  const order = [intro.id, one, two];
  await storeParts(app, wrapUpId, { kind: 'move', order, parts: [intro] });
  const other = { id: uuid(80), part: 'intro', changes: { byHand: true, note: 'Mine.', base: '' } };
  const stored = await storeParts(app, wrapUpId, {
    kind: 'edit',
    order: [one, other.id, two],
    parts: [other],
    edits: fieldEdits('wrapUp', wrapUpId, { landing: other.id }),
  });
  expect(stored.ok).toBe(true);
  expect(await post()).toEqual(['intro', 1, 2]);
  expect(await stores.items.get(intro.id)).toMatchObject({ byHand: true, note: 'Mine.' });
  expect(await landing()).toBe(intro.id);
});

it('parts of two talks have rows of their own', async () => {
  const talks = [uuid(90), uuid(91)].map((talkId, n) => ({
    ...{ id: uuid(72 + n), part: 'talk', talkId },
  }));
  const order = [...talks.map(({ id }) => id), one, two];
  await storeParts(app, wrapUpId, { kind: 'edit', order, parts: talks });
  expect(await post()).toEqual(['talk', 'talk', 1, 2]);
});

it('a heading is put before the introduction, whose row is made with it, and both go with one Undo', async () => {
  const id = uuid(50);
  const among = { order: [id, intro.id, one, two], parts: [intro] };
  await addSection(app, { id, wrapUpId, note: 'What we saw', form: 'h2', among });
  expect(await post()).toEqual(['What we saw', 'intro', 1, 2]);
  await stores.changes.undo(wrapUpId);
  expect(await post()).toEqual([1, 2]);
});

it('what is put below the landing line takes it along, as everything that lands does', async () => {
  await setLanding(app, wrapUpId, two);
  const id = uuid(50);
  const among = { order: [one, two, id, footer.id], parts: [footer] };
  await addSection(app, { id, wrapUpId, note: 'Below', form: 'h2', among });
  expect(await post()).toEqual([1, 2, 'Below', 'footer']);
  expect(await landing()).toBe(id);
});

it('rows find room where keys leave none', async () => {
  await stores.items.update(two, { order: 'a1' });
  const order = [one, intro.id, two];
  await storeParts(app, wrapUpId, { kind: 'move', order, parts: [intro] });
  expect(await post()).toEqual([1, 'intro', 2]);
});
