import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveClip } from '../../lib/app/capture/save-clip.ts';
import { deleteItems } from '../../lib/app/delete-items.ts';
import type { WrittenItems } from '../../lib/app/edited.ts';
import { setLanding } from '../../lib/app/landing.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import { mark, placeItems, putAside, takeOut } from '../../lib/app/tray.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { queryItems } from '../../lib/store/item-store.ts';
import { createStores } from '../../lib/store/stores.ts';
import { watchActiveCount } from '../../lib/store/watch.ts';
import { watchItems } from '../../lib/store/watch-items.ts';
import { image, instant, note, part, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';
import { waitFor } from '../support/wait.ts';

const db = openDatabase('tray');
const stores = createStores(db);
const later = '2026-03-20T09:30:00.000Z';
const clock = { now: () => later, offsetMinutes: () => 0 };
const app = { ...stores, clock };
const other = uuid(900);

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
  await stores.wrapUps.put(wrapUp({ id: other }));
  await stores.settings.setActiveWrapUpId(wrapUpId);
  for (const n of [2, 3, 4])
    await stores.items.put(quote(n, { order: `a${n}`, note: `Note ${n}` }));
});

const numbers = (items: readonly Pick<Item, 'id'>[]) =>
  items.map(({ id }) => Number(id.slice(-12))).join(' ');
const post = async (id = wrapUpId) => numbers(await stores.items.list(id));
const tray = async (id = wrapUpId) => numbers(await queryItems(db, id, 2).toArray());
const landing = async () => (await stores.wrapUps.get(wrapUpId))?.landing;
const done = async (outcome: Promise<Result<WrittenItems, Failure>>) => {
  const result = await outcome;
  if (!result.ok) throw result.error;
  return () => stores.changes.undoOne(result.value.changeId ?? '');
};

describe('what is placed', () => {
  it('becomes something else in the same step, where that is asked for', async () => {
    await done(takeOut(app, [uuid(3)]));
    const undo = await done(
      placeItems(app, wrapUpId, [uuid(3)], { after: uuid(4), also: { hidden: true } }),
    );
    expect(await post()).toBe('2 4 3');
    expect((await stores.items.get(uuid(3)))?.hidden).toBe(true);
    await undo();
    expect([await post(), await tray()]).toEqual(['2 4', '3']);
    expect((await stores.items.get(uuid(3)))?.hidden).toBe(false);
  });
});

describe('what is taken out of the post', () => {
  it('waits in the tray with all its words, and goes back where it was', async () => {
    const before = await stores.items.get(uuid(3));
    const undo = await done(takeOut(app, [uuid(3)]));
    expect([await post(), await tray()]).toEqual(['2 4', '3']);
    expect(await stores.items.get(uuid(3))).toEqual({
      ...before,
      tray: 'waiting',
      triagedAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    await undo();
    expect(await stores.items.get(uuid(3))).not.toHaveProperty('triagedAt');
    expect([await post(), await tray()]).toEqual(['2 3 4', '']);
    await stores.changes.redo(wrapUpId);
    expect([await post(), await tray()]).toEqual(['2 4', '3']);
  });

  it('is one change for several, and leaves the landing line where it was', async () => {
    await setLanding(app, wrapUpId, uuid(3));
    const undo = await done(takeOut(app, [uuid(2), uuid(3)]));
    expect([await post(), await landing()]).toEqual(['4', 'start']);
    await undo();
    expect([await post(), await landing()]).toEqual(['2 3 4', uuid(3)]);
  });

  it('is no part of the template', async () => {
    await stores.items.put(part(5, { order: 'a5' }));
    await done(takeOut(app, [uuid(5)]));
    expect(await post()).toBe('2 3 4 5');
  });
});

describe('what waits in the tray', () => {
  beforeEach(async () => {
    await takeOut(app, [uuid(2), uuid(3)]);
  });

  it('is placed where new clips land, in the order given, as one change', async () => {
    await stores.items.put(quote(6, { order: 'a6' }));
    await setLanding(app, wrapUpId, uuid(4));
    const undo = await done(placeItems(app, wrapUpId, [uuid(3), uuid(2)]));
    expect([await post(), await tray(), await landing()]).toEqual(['4 3 2 6', '', uuid(2)]);
    await undo();
    expect([await post(), await tray(), await landing()]).toEqual(['4 6', '2 3', uuid(4)]);
  });

  it('is placed at the end where new clips land in the tray', async () => {
    await setLanding(app, wrapUpId, 'tray');
    await done(placeItems(app, wrapUpId, [uuid(2)]));
    expect([await post(), await tray(), await landing()]).toEqual(['4 2', '3', 'tray']);
  });

  it('is placed below another item or above all, and the landing line stays where it is', async () => {
    await stores.items.put(quote(6, { order: 'a6' }));
    await setLanding(app, wrapUpId, uuid(6));
    await done(placeItems(app, wrapUpId, [uuid(3)], { after: uuid(4) }));
    await done(placeItems(app, wrapUpId, [uuid(2)], { after: null }));
    expect([await post(), await tray(), await landing()]).toEqual(['2 4 3 6', '', uuid(6)]);
  });

  it('is not placed twice, nor after it was deleted or moved away', async () => {
    await done(placeItems(app, wrapUpId, [uuid(2)]));
    await done(placeItems(app, wrapUpId, [uuid(2)]));
    await deleteItems(app, [uuid(3)]);
    await done(placeItems(app, wrapUpId, [uuid(3)]));
    expect([await post(), await tray()]).toEqual(['4 2', '']);
  });

  it('is not new once it was in the post or is linked to, until it is taken up again', async () => {
    const triaged = async (n: number) => (await stores.items.get(uuid(n)))?.triagedAt;
    await stores.items.put(quote(6, { order: 'a6', tray: 'waiting' }));
    expect([typeof (await triaged(2)), await triaged(6)]).toEqual(['string', undefined]);
    await mark('triagedAt', app, [uuid(6)]);
    expect(await triaged(6)).toBe(app.clock.now());
    await done(putAside(app, [uuid(6)], true));
    await done(putAside(app, [uuid(6)], false));
    expect(await triaged(6)).toBeUndefined();
  });

  it('is put aside and taken up again', async () => {
    const undo = await done(putAside(app, [uuid(2), uuid(4)], true));
    expect(await stores.items.get(uuid(2))).toMatchObject({ tray: 'aside' });
    // An item in the post can't be set aside; it is hidden.
    expect(await post()).toBe('4');
    await undo();
    expect(await stores.items.get(uuid(2))).toMatchObject({ tray: 'waiting' });
  });

  it('moves to another wrap-up, into its post, and comes back into the tray', async () => {
    const undo = await done(moveItemsToWrapUp(app, [uuid(2)], other));
    expect([await tray(), await post(other), await tray(other)]).toEqual(['3', '2', '']);
    await undo();
    expect([await tray(), await post(other)]).toEqual(['2 3', '']);
  });

  it('goes to the trash and comes back from it into the tray', async () => {
    const undo = await done(deleteItems(app, [uuid(2)]));
    expect(await tray()).toBe('3');
    expect((await stores.trash.list()).map(({ id }) => id)).toEqual([uuid(2)]);
    await undo();
    expect(await tray()).toBe('2 3');
  });

  it('goes for good with its wrap-up', async () => {
    await stores.wrapUps.update(wrapUpId, { deletedAt: instant });
    await stores.trash.purge('all');
    expect(await stores.items.get(uuid(2))).toBeUndefined();
  });

  it('counts on the button, and is found when it is clipped again', async () => {
    const counts: number[] = [];
    const stop = watchActiveCount(db, (count) => counts.push(count));
    await waitFor('a count', async () => counts.length > 0);
    stop();
    expect(counts.at(-1)).toBe(3);
    const again = { ...quote(11), fingerprint: quote(2).fingerprint };
    const saved = await saveClip(
      { stores, clock },
      { item: again, fingerprints: [again.fingerprint] },
    );
    expect(saved).toMatchObject({ value: { before: { id: uuid(2), tray: 'waiting' } } });
  });

  it('keeps the name of its picture', async () => {
    await stores.items.put(image(7, { tray: 'waiting' }));
    await stores.items.put(image(8, { wrapUpId: other }));
    await done(moveItemsToWrapUp(app, [uuid(8)], wrapUpId));
    expect(await stores.items.get(uuid(8))).toMatchObject({ fileName: 'ring-2.png' });
  });

  it('is watched apart from the post', async () => {
    const seen: string[] = [];
    const stop = watchItems(db, wrapUpId, (items) => seen.push(numbers(items)), undefined, 2);
    await waitFor('the tray', async () => seen.at(-1) === '2 3');
    await putAside(app, [uuid(2)], true);
    await done(placeItems(app, wrapUpId, [uuid(3)]));
    await waitFor('the tray without what was placed', async () => seen.at(-1) === '2');
    stop();
  });
});

it('what was seen is remembered, and no step of a history', async () => {
  await stores.items.put(note(7, { seenAt: null }));
  await mark('seenAt', app, [uuid(7)]);
  expect(await stores.items.get(uuid(7))).toMatchObject({ seenAt: later });
  expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
});
