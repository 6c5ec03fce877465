import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { generateNKeysBetween } from 'fractional-indexing';
import { expect, it } from 'vitest';
import { addNote, addSection } from '../../lib/app/add-item.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { hideItems } from '../../lib/app/hide-items.ts';
import { setLanding } from '../../lib/app/landing.ts';
import { moveItems, moveItemsBy, moveSectionBy } from '../../lib/app/move-items.ts';
import { placeItems, putAside, takeOut } from '../../lib/app/tray.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { compareOrder } from '../../lib/core/post/order.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { exportWrapUp } from '../../lib/exporters/export-wrap-up.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const count = 9;
const clock = { now: () => instant, offsetMinutes: () => 0 };
let databases = 0;

const at = fc.nat(count + 5).map((n) => uuid(n + 10));
const some = fc.uniqueArray(at, { minLength: 1, maxLength: 4 });
const by = fc.constantFrom(-1 as const, 1 as const);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), ids: some, beside: at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move-by' as const), ids: some, by }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('section' as const), id: at, by }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take-out' as const), ids: some }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('place' as const), ids: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('aside' as const), ids: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), ids: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), ids: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const), ids: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('land' as const), id: at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), heading: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
);
type Step = (typeof step extends fc.Arbitrary<infer T> ? T : never) & object;

class Post {
  readonly db: Database = openDatabase(`afresh-${++databases}`);
  readonly stores = createStores(this.db);
  #added = 0;

  async fill(items: readonly Item[]): Promise<void> {
    await this.stores.wrapUps.put(wrapUp());
    for (const item of items) await this.stores.items.put(item);
  }

  async run(each: Step): Promise<unknown> {
    const app = { ...this.stores, clock };
    switch (each.do) {
      case 'move':
        return moveItems(app, wrapUpId, each.ids, { afterId: each.beside });
      case 'move-by':
        return moveItemsBy(app, wrapUpId, each.ids, each.by);
      case 'section':
        return moveSectionBy(app, { id: each.id, wrapUpId }, each.by);
      case 'take-out':
        return takeOut(app, each.ids);
      case 'place':
        return placeItems(app, wrapUpId, each.ids);
      case 'aside':
        return putAside(app, each.ids, true);
      case 'delete':
        return deleteItems(app, each.ids);
      case 'restore':
        return restoreItems(app, each.ids);
      case 'hide':
        return hideItems(app, each.ids, true);
      case 'land':
        return setLanding(app, wrapUpId, each.id);
      case 'add': {
        const n = this.#added++;
        const item = { id: uuid(10 + count + (n % 100)), wrapUpId, note: `Added ${n}.` };
        if (n >= 6) return undefined;
        return each.heading ? addSection(app, { ...item, form: 'h2' }) : addNote(app, item);
      }
      case 'undo':
      case 'redo':
        return app.changes[each.do](wrapUpId);
    }
  }

  items = () => this.stores.items.list(wrapUpId);

  async draft(): Promise<string> {
    const exported = exportWrapUp(wrapUp(), await this.items(), defaultProfile, () => true);
    if (!exported.ok) throw new Error(exported.error.code);
    return exported.value.draft;
  }
}

const start: Item[] = Array.from({ length: count }, (_, n): Item => {
  const order = { order: `a${n}` };
  if (n % 4 === 1) {
    const { takenAt: _taken, ...rest } = note(10 + n, { ...order, note: `Heading ${n}` });
    return { ...rest, kind: 'section', form: n % 8 === 1 ? 'h2' : 'lead-in' };
  }
  return n % 2 === 0 ? quote(10 + n, order) : note(10 + n, { ...order, note: `Note ${n}.` });
});

it('any moves, takings out, deletions, undos and redos end in the draft that is made of their result afresh', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const [post, afresh] = [new Post(), new Post()];
      try {
        await post.fill(start);
        for (const each of steps) await post.run(each);
        const items = await post.items();
        expect(items).toEqual(items.toSorted(compareOrder));
        expect(new Set(items.map(({ order }) => order)).size).toBe(items.length);
        const keys = generateNKeysBetween(null, null, items.length);
        await afresh.fill(items.map((item, n) => ({ ...item, order: keys[n] ?? '' })));
        expect(await post.draft()).toBe(await afresh.draft());
      } finally {
        post.db.close();
        afresh.db.close();
      }
    }),
    { numRuns: 60 },
  );
});

it('as many undos as there were steps give the first draft back, and as many redos the last', async () => {
  // A new item keeps its key while it is undone, and a redone move may pass it, because a move's
  // inverse names its neighbours, not keys.
  const forward = step.filter(({ do: what }) => !['undo', 'redo', 'add'].includes(what));
  await fc.assert(
    fc.asyncProperty(fc.array(forward, { minLength: 1, maxLength: 12 }), async (steps) => {
      const post = new Post();
      try {
        await post.fill(start);
        const before = await post.draft();
        for (const each of steps) await post.run(each);
        const after = await post.draft();
        const landing = (await post.stores.wrapUps.get(wrapUpId))?.landing;
        for (const _ of steps) await post.stores.changes.undo(wrapUpId);
        expect(await post.draft()).toBe(before);
        expect((await post.stores.wrapUps.get(wrapUpId))?.landing).toBeUndefined();
        for (const _ of steps) await post.stores.changes.redo(wrapUpId);
        expect(await post.draft()).toBe(after);
        expect((await post.stores.wrapUps.get(wrapUpId))?.landing).toBe(landing);
      } finally {
        post.db.close();
      }
    }),
    { numRuns: 60 },
  );
});
