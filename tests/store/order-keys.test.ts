import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../lib/app/add-item.ts';
import { saveClip } from '../../lib/app/capture/save-clip.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { moveItems, moveItemsBy } from '../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import { sortInPlace } from '../../lib/app/sort-in-place.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const otherId = uuid(2);
const clock = { now: () => instant, offsetMinutes: () => 0 };

let names = 0;
/** Two contexts of the browser, each with a separate connection. */
let popup: Database;
let background: Database;
let inPopup: ReturnType<typeof depsOf>;
let inBackground: ReturnType<typeof depsOf>;

const depsOf = (db: Database) => ({ ...createStores(db), clock });

beforeEach(async () => {
  const name = `order-keys-${names++}`;
  popup = openDatabase(name);
  background = openDatabase(name);
  [inPopup, inBackground] = [depsOf(popup), depsOf(background)];
  await inPopup.wrapUps.put(wrapUp());
  await inPopup.wrapUps.put(wrapUp({ id: otherId }));
  await inPopup.settings.setActiveWrapUpId(wrapUpId);
  for (const n of [11, 12, 13]) await inPopup.items.put(note(n));
});

/** Returns items of one wrap-up with one key, including deleted ones. */
async function equalKeys(): Promise<string[]> {
  const places = (await popup.items.toArray()).map((row) => `${row.wrapUpId} ${row.order}`);
  return places.filter((place, at) => places.indexOf(place) !== at);
}
const shown = async (id = wrapUpId) =>
  (await inPopup.items.list(id)).map((item) => Number(item.id.slice(-2)));
const clip = (n: number) => {
  const item = quote(n, { fingerprint: `clip ${n}`, markdown: `clip ${n}`, text: `clip ${n}` });
  return saveClip({ stores: inBackground, clock }, { item, fingerprints: [item.fingerprint] });
};

describe('no two items of a wrap-up get one key', () => {
  it('where a note is added in the popup while the background clips', async () => {
    await Promise.all(
      [20, 21, 22, 23, 24].flatMap((n) => [
        addNote(inPopup, { id: uuid(n), wrapUpId, note: 'typed' }),
        clip(n + 10),
      ]),
    );
    expect(await inPopup.items.list(wrapUpId)).toHaveLength(13);
    expect(await equalKeys()).toEqual([]);
  });

  it('where one is moved to the place of a deleted one, which then comes back', async () => {
    await deleteItems(inPopup, [uuid(12)]);
    await moveItems(inPopup, wrapUpId, [uuid(11)], 'end');
    await moveItems(inPopup, wrapUpId, [uuid(11)], { beforeId: uuid(13) });
    await addNote(inPopup, { id: uuid(14), wrapUpId, note: '', at: { beforeId: uuid(13) } });
    await restoreItems(inPopup, [uuid(12)]);
    expect(await equalKeys()).toEqual([]);
    expect(await shown()).toEqual([12, 11, 14, 13]);
  });

  it('where one goes back from another wrap-up, and its place was taken', async () => {
    await addNote(inPopup, { id: uuid(30), wrapUpId, note: '', at: { beforeId: uuid(12) } });
    await moveItemsToWrapUp(inPopup, [uuid(30)], otherId);
    await addNote(inBackground, { id: uuid(31), wrapUpId, note: '', at: { beforeId: uuid(12) } });
    await inPopup.changes.undo(otherId);
    expect(await equalKeys()).toEqual([]);
    expect(await shown()).toEqual([11, 30, 31, 12, 13]);
  });

  it('where one is moved away while others are sorted', async () => {
    for (const n of [41, 42, 43]) await inPopup.items.put(note(n, { wrapUpId: otherId }));
    await moveItemsToWrapUp(inBackground, [uuid(11)], otherId);
    await sortInPlace(
      inPopup,
      [13, 12, 11].map((n) => ({ id: uuid(n), wrapUpId })),
    );
    expect(await equalKeys()).toEqual([]);
    expect(await shown()).toEqual([13, 12]);
    expect(await shown(otherId)).toEqual([41, 42, 43, 11]);
  });

  it('whatever is added, moved, deleted, sorted and taken back at once', async () => {
    const item = fc.integer({ min: 11, max: 22 });
    const action = fc.oneof(
      fc.record({ do: fc.constantFrom('add', 'clip', 'undo', 'redo') }),
      fc.record({ do: fc.constantFrom('before', 'after'), item, beside: item }),
      fc.record({ do: fc.constantFrom('delete', 'restore', 'end', 'up', 'down', 'away'), item }),
      fc.record({ do: fc.constant('sort'), items: fc.uniqueArray(item, { minLength: 2 }) }),
    ) as fc.Arbitrary<{ do: string; item: number; beside: number; items: number[] }>;
    let next = 100;
    const perform = (step: { do: string; item: number; beside: number; items: number[] }) => {
      const deps = next % 2 === 0 ? inPopup : inBackground;
      const id = uuid(step.item);
      const where = { id, wrapUpId };
      switch (step.do) {
        case 'add':
          return addNote(deps, { id: uuid(next++), wrapUpId, note: '', at: { afterId: uuid(11) } });
        case 'clip':
          return clip(next++);
        case 'undo':
        case 'redo':
          return deps.changes[step.do](wrapUpId);
        case 'before':
          return moveItems(deps, where.wrapUpId, [where.id], { beforeId: uuid(step.beside) });
        case 'after':
          return moveItems(deps, where.wrapUpId, [where.id], { afterId: uuid(step.beside) });
        case 'end':
          return moveItems(deps, where.wrapUpId, [where.id], 'end');
        case 'up':
        case 'down':
          return moveItemsBy(deps, where.wrapUpId, [where.id], step.do === 'up' ? -1 : 1);
        case 'delete':
          return deleteItems(deps, [id]);
        case 'restore':
          return restoreItems(deps, [id]);
        case 'away':
          return moveItemsToWrapUp(deps, [id], next % 3 === 0 ? wrapUpId : otherId);
        default:
          return sortInPlace(
            deps,
            step.items.map((n) => ({ id: uuid(n), wrapUpId })),
          );
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        async (rounds) => {
          await popup.items.clear();
          await popup.changes.clear();
          for (let n = 11; n <= 22; n++) {
            const order = `a${String.fromCharCode(97 + n - 11)}`;
            await inPopup.items.put(note(n, { order }));
          }
          for (const atOnce of rounds) {
            await Promise.all(atOnce.map(perform));
            expect(await equalKeys()).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
