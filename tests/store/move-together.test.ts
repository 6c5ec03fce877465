import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WrittenItems } from '../../lib/app/edited.ts';
import { hideItems } from '../../lib/app/hide-items.ts';
import { moveItems, moveItemsBy, moveSectionBy } from '../../lib/app/move-items.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { Section } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { note, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('move-together');
const stores = createStores(db);

const heading = (n: number): Section => {
  const { takenAt: _, ...rest } = note(n, { order: `a${n}` });
  return { ...rest, kind: 'section', form: 'h2' };
};

/** Two sections: 2 (3, 4) and 5 (6), after 1. */
beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
  for (const n of [1, 3, 4, 6]) await stores.items.put(note(n, { order: `a${n}` }));
  for (const n of [2, 5]) await stores.items.put(heading(n));
});

const post = async () =>
  (await stores.items.list(wrapUpId)).map(({ id }) => Number(id.slice(-12))).join(' ');
const done = async (outcome: Promise<Result<WrittenItems, Failure>>) => {
  const result = await outcome;
  if (!result.ok) throw result.error;
  return result.value.changeId;
};

describe('several items', () => {
  it('move together as one step, and one Undo puts all of them back', async () => {
    await done(moveItems(stores, wrapUpId, [uuid(1), uuid(4)], { afterId: uuid(5) }));
    expect(await post()).toBe('2 3 5 1 4 6');
    await stores.changes.undo(wrapUpId);
    expect(await post()).toBe('1 2 3 4 5 6');
    await stores.changes.redo(wrapUpId);
    expect(await post()).toBe('2 3 5 1 4 6');
  });

  it('move by one place from where they are by then', async () => {
    await Promise.all([1, 2, 3].map(() => moveItemsBy(stores, wrapUpId, [uuid(2), uuid(3)], 1)));
    expect(await post()).toBe('1 4 5 6 2 3');
    expect(await done(moveItemsBy(stores, wrapUpId, [uuid(2), uuid(3)], 1))).toBeUndefined();
  });

  it('are hidden and shown as one step', async () => {
    await done(hideItems(stores, [uuid(1), uuid(3)], true));
    const hidden = async () => (await stores.items.list(wrapUpId)).filter((item) => item.hidden);
    expect(await hidden()).toHaveLength(2);
    await stores.changes.undo(wrapUpId);
    expect(await hidden()).toHaveLength(0);
  });
});

describe('a section', () => {
  it('moves with what is under it as one step, and comes back', async () => {
    await done(moveSectionBy(stores, { id: uuid(5), wrapUpId }, -1));
    expect(await post()).toBe('1 5 6 2 3 4');
    await stores.changes.undo(wrapUpId);
    expect(await post()).toBe('1 2 3 4 5 6');
  });

  it('takes along what came under it meanwhile', async () => {
    await stores.items.put(note(7, { order: 'a4V' }));
    await done(moveSectionBy(stores, { id: uuid(2), wrapUpId }, 1));
    expect(await post()).toBe('1 5 6 2 3 4 7');
  });

  it('stays where it cannot go further', async () => {
    expect(await done(moveSectionBy(stores, { id: uuid(5), wrapUpId }, 1))).toBeUndefined();
  });
});
