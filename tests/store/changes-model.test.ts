import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addNote } from '../../lib/app/add-item.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import { moveItems, moveItemsBy } from '../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import type { Clock } from '../../lib/app/ports.ts';
import { purgeTrash } from '../../lib/app/trash.ts';
import type { Item, Note } from '../../lib/core/post/item.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { type ModelItem, ModelOfChanges, type Target } from '../support/model-of-changes.ts';
import { instant, note, uuid, wrapUp, wrapUpId } from '../support/records.ts';
import { type Backup, backUp, restoreInto } from '../support/whole-backup.ts';

/**
 * How many steps a run of the tests makes in all; for more: `MODEL_STEPS=100000 PROPERTY_SEED=7`.
 */
const allSteps = Number(process.env.MODEL_STEPS ?? 10_000);
const meanSteps = 50;

const otherId = uuid(2);
const wrapUpIds = [wrapUpId, otherId];

/** Which of the items that exist by then; which of the two clients. */
const which = fc.nat(15);
const client = fc.nat(1);
/** Words that overlap, so that both sides change the same ones. */
const text = fc
  .array(fc.constantFrom('the ', 'tide ', 'turns ', 'at ', 'noon ', '\n', 'ä', '💧', 'x'), {
    maxLength: 5,
  })
  .map((words) => words.join(''));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), which, client, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('type-on' as const), which, client, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), client }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pause' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const), which, client }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), which, client }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), which, client }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move-away' as const), which, client }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('up' as const, 'down' as const), which, client }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('before' as const, 'after' as const, 'end' as const),
      which,
      beside: which,
      client,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('add' as const), beside: which, client, text }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('undo' as const, 'redo' as const),
      client,
      list: fc.nat(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo-one' as const), which, client }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('purge' as const, 'empty' as const),
      which,
      client,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back-up' as const), client }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('merge' as const, 'replace' as const), client }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let names = 0;

interface Client {
  name: string;
  db: Database;
  deps: ReturnType<typeof createStores> & { clock: Clock };
  /** The notes as this client last saw them; its edits are based on that. */
  seen: Map<string, string>;
}

/** Two clients of one database, and beside it the model, which gets the same steps. */
class Run {
  readonly model = new ModelOfChanges(wrapUpIds);
  nowMs = Date.parse(instant);
  #ids = 1_000;
  readonly #clients: Client[];
  #backup: { bytes: Backup; model: ReturnType<ModelOfChanges['backUp']> } | undefined;
  /** Ids of edits, for `undoOne`. */
  readonly #edits: string[] = [];

  constructor() {
    const name = `model-${names++}`;
    this.#clients = [0, 1].map((at) => {
      const db = openDatabase(name);
      const stores = createStores(db, { now: () => this.#now() });
      const clock = { now: () => this.#now(), offsetMinutes: () => 0 };
      return { name: `client ${at}`, db, deps: { ...stores, clock }, seen: new Map() };
    });
  }

  #now() {
    return new Date(this.nowMs).toISOString();
  }

  async begin(): Promise<void> {
    const { deps } = this.#client(0);
    for (const id of wrapUpIds) await deps.wrapUps.put(wrapUp({ id }));
    for (const n of [11, 12, 13, 14]) {
      const item = note(n, { note: `the tide turns ${n}` });
      await deps.items.put(item);
      const { id, note: words, hidden } = item;
      this.model.put({ id, wrapUpId, note: words, hidden, deletedAt: null });
    }
    for (const each of this.#clients) await this.#look(each);
  }

  end(): void {
    for (const { db } of this.#clients) db.close();
  }

  #client(at: number): Client {
    return this.#clients[at] as Client;
  }

  async #look({ seen, deps }: Client): Promise<void> {
    for (const id of this.model.items.keys()) {
      seen.set(id, ((await deps.items.get(id)) as Note).note);
    }
  }

  #item(which: number) {
    const ids = [...this.model.items.keys()];
    return this.model.get(ids[which % ids.length] as string);
  }

  async perform(each: Step): Promise<void> {
    const { model } = this;
    this.nowMs += 10;
    model.nowMs = this.nowMs;
    if (each.do === 'pause') {
      this.nowMs += 5_000;
      return;
    }
    const { name, deps, seen } = this.#client(each.client);
    const id = uuid(this.#ids++);
    const origin = { id, client: name };
    // Use cases without an origin generate an id, and count as the background's.
    const own = 'background';
    switch (each.do) {
      case 'look':
        return this.#look(this.#client(each.client));
      case 'type':
      case 'type-on': {
        const item = this.#item(each.which);
        const base = seen.get(item.id) ?? item.note;
        const words = each.do === 'type' ? each.text : base + each.text;
        model.edit(name, id, item.id, { note: words }, base);
        const edited = await editItem(
          deps,
          item.id,
          { note: words },
          { origin, base: { note: base } },
        );
        if (!edited.ok) throw edited.error;
        seen.set(item.id, (edited.value.record as Note).note);
        this.#edits.push(id);
        return;
      }
      case 'hide': {
        const item = this.#item(each.which);
        const hidden = !item.hidden;
        model.edit(name, id, item.id, { hidden }, undefined, hidden ? 'hide' : 'show');
        await editItem(deps, item.id, { hidden }, { origin });
        this.#edits.push(id);
        return;
      }
      case 'delete':
      case 'restore': {
        const item = this.#item(each.which);
        const deletedAt = each.do === 'delete' ? this.#now() : null;
        model.edit(own, id, item.id, { deletedAt }, undefined, each.do);
        await (deletedAt ? deleteItems(deps, [item.id]) : restoreItems(deps, [item.id]));
        return;
      }
      case 'move-away': {
        const item = this.#item(each.which);
        const to = item.wrapUpId === wrapUpId ? otherId : wrapUpId;
        model.moveAway(own, id, item.id, to);
        await moveItemsToWrapUp(deps, [item.id], to);
        return;
      }
      case 'up':
      case 'down': {
        const item = this.#item(each.which);
        const by = each.do === 'up' ? -1 : 1;
        model.moveBy(own, id, item.wrapUpId, item.id, by);
        await moveItemsBy(deps, item.wrapUpId, [item.id], by);
        return;
      }
      case 'before':
      case 'after':
      case 'end': {
        const item = this.#item(each.which);
        const beside = this.#item(each.beside).id;
        const target: Target =
          each.do === 'end'
            ? 'end'
            : each.do === 'before'
              ? { beforeId: beside }
              : { afterId: beside };
        if (beside === item.id && each.do === 'before') return;
        model.move(own, id, item.wrapUpId, item.id, target);
        await moveItems(deps, item.wrapUpId, [item.id], target);
        return;
      }
      case 'add': {
        const beside = this.#item(each.beside);
        const item = { id, wrapUpId: beside.wrapUpId, note: each.text };
        const at = { afterId: beside.id };
        model.add(own, id, { ...item, hidden: false, deletedAt: null }, at);
        await addNote(deps, { ...item, at });
        seen.set(id, each.text);
        return;
      }
      case 'undo':
      case 'redo': {
        const history = wrapUpIds[each.list] as string;
        const expected = model.step(history, each.do === 'undo' ? 'before' : 'after');
        expect((await deps.changes[each.do](history)).outcome).toBe(expected);
        return;
      }
      case 'purge':
      case 'empty': {
        const all = [...model.items.values()];
        const deleted = all.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id);
        // The other steps need something to work with.
        if (deleted.length === 0 || deleted.length === all.length) return;
        const one = deleted[each.which % deleted.length] as string;
        const going = each.do === 'empty' ? deleted : [one];
        const steps = model.purge(going);
        const purged = await purgeTrash(
          deps,
          each.do === 'empty' ? 'all' : { items: going, wrapUps: [], pictures: [] },
        );
        expect(purged).toMatchObject({ ok: true, value: { items: going.length, steps } });
        return;
      }
      case 'back-up': {
        const { db } = this.#client(each.client);
        this.#backup = { bytes: await backUp(db), model: model.backUp() };
        return;
      }
      // With a fresh backup, everything here is the same or newer, so a merge changes nothing.
      case 'merge':
      case 'replace': {
        if (this.#backup === undefined) return;
        const { db } = this.#client(each.client);
        if (each.do === 'replace') model.replaceBy(this.#backup.model);
        await restoreInto(db, this.#backup.bytes, each.do, this.#now());
        return;
      }
      case 'undo-one': {
        const edit = this.#edits[each.which % Math.max(1, this.#edits.length)];
        if (edit === undefined) return;
        const expected = model.undoOne(edit);
        expect((await deps.changes.undoOne(edit)).outcome).toBe(expected);
      }
    }
  }

  /** Both clients must read what the model says. */
  async compareLists(): Promise<void> {
    for (const { deps } of this.#clients) {
      for (const id of wrapUpIds) {
        const items = (await deps.items.list(id)) as Note[];
        expect(items.map(({ id }) => id)).toEqual(this.model.shown(id));
      }
    }
  }

  async compareRows(): Promise<void> {
    const rows = await this.#client(0).db.items.toArray();
    const all = rows.sort((a, b) => (a.order < b.order ? -1 : 1));
    for (const wrapUpId of wrapUpIds) {
      const rowsOf = all.filter((row) => row.wrapUpId === wrapUpId);
      expect(rowsOf.map(asModel)).toEqual(
        this.model.list(wrapUpId).map((id) => this.model.get(id)),
      );
      expect(new Set(rowsOf.map(({ order }) => order)).size).toBe(rowsOf.length);
    }
    expect(rows.every((row) => row.live === (row.deletedAt === null ? 1 : 0))).toBe(true);
  }
}

const asModel = (row: Item): ModelItem => {
  const { id, wrapUpId: of, note: words, hidden, deletedAt } = row;
  return { id, wrapUpId: of, note: words, hidden, deletedAt };
};

it(`${allSteps} steps of two clients end in the state that the model says`, {
  timeout: 600_000,
}, async () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 2 * meanSteps, size: 'max' });
  let done = 0;
  const property = fc.asyncProperty(steps, async (actions) => {
    const run = new Run();
    await run.begin();
    try {
      for (const each of actions) {
        await run.perform(each);
        await run.compareRows();
      }
      await run.compareLists();
    } finally {
      run.end();
    }
    done += actions.length;
  });
  const { seed = 0 } = fc.readConfigureGlobal() ?? {};
  for (let round = 0; done < allSteps; round++) {
    await fc.assert(property, { numRuns: 10, seed: seed * 1_000 + round });
  }
});
