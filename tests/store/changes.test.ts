import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../lib/app/add-item.ts';
import { editWrapUp } from '../../lib/app/edit-wrap-up.ts';
import { moveItems, moveItemsBy } from '../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import type { ChangePlan, FieldEdit } from '../../lib/core/post/change.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { packChange, unpackChange } from '../../lib/store/packed-change.ts';
import { lookRaw } from '../../lib/store/raw-database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { image, instant, note, uuid, wrapUp, wrapUpId } from '../support/records.ts';

let db: Database;
let clockMs: number;
let stores: ReturnType<typeof createStores>;
let edits: number;
let names = 0;

beforeEach(async () => {
  db = openDatabase(`changes-${names++}`);
  clockMs = Date.parse(instant);
  edits = 1_000;
  stores = createStores(db, { now: () => new Date(clockMs).toISOString() });
  await stores.wrapUps.put(wrapUp());
  for (const n of [11, 12, 13]) await stores.items.put(note(n, { note: `note ${n}` }));
});

const nextId = () => uuid(edits++);
const apply = (plan: ChangePlan, client = 'page', id = nextId()) =>
  stores.changes.apply({ id, client }, () => plan);
const typed = (id: string, value: string, base?: string, client = 'page') =>
  apply(
    {
      kind: 'edit',
      edits: [
        {
          record: 'item',
          id,
          field: 'note',
          value,
          base: base === undefined ? undefined : { value: base },
        },
      ],
    },
    client,
  );
const noteOf = async (n: number) => ((await stores.items.get(uuid(n))) as { note: string }).note;
const pause = () => {
  clockMs += 10_000;
};
const shown = async () => (await stores.items.list(wrapUpId)).map(({ id }) => Number(id.slice(-2)));

describe('an edit', () => {
  it('is merged with what another page wrote since it was begun', async () => {
    await typed(uuid(11), 'Forty-seven letters from the other window. note 11', 'note 11', 'panel');
    const { clashes } = await typed(uuid(11), 'note 11x', 'note 11', 'popup');
    expect(await noteOf(11)).toBe('Forty-seven letters from the other window. note 11x');
    expect(clashes).toEqual([]);
  });

  it('keeps both texts where the same words were changed, and tells', async () => {
    await typed(uuid(11), 'cow 11', 'note 11', 'panel');
    const { clashes } = await typed(uuid(11), 'cat 11', 'note 11', 'popup');
    expect(await noteOf(11)).toBe('cat cow 11');
    expect(clashes).toEqual([{ record: 'item', id: uuid(11), field: 'note' }]);
  });

  it('writes only the part of an object that it changed', async () => {
    const { event } = wrapUp();
    const edit = (value: object): FieldEdit => ({
      record: 'wrapUp',
      id: wrapUpId,
      field: 'event',
      value,
      base: { value: event },
    });
    await apply({ kind: 'edit', edits: [edit({ ...event, name: 'Meetup' })] }, 'panel');
    await apply({ kind: 'edit', edits: [edit({ ...event, timeZone: 'Europe/Berlin' })] }, 'popup');
    expect((await stores.wrapUps.get(wrapUpId))?.event).toEqual({
      ...event,
      name: 'Meetup',
      timeZone: 'Europe/Berlin',
    });
  });

  it('gives the record as it stands then, later than before even within one millisecond', async () => {
    const first = (await typed(uuid(11), 'a')).records.get(`item/${uuid(11)}`) as Item;
    const second = (await typed(uuid(11), 'ab')).records.get(`item/${uuid(11)}`) as Item;
    expect(second).toEqual(await stores.items.get(uuid(11)));
    expect(first.updatedAt < second.updatedAt).toBe(true);
  });

  it('that is asked for twice is written once', async () => {
    const id = nextId();
    const plan = (value: string): ChangePlan => ({
      kind: 'edit',
      edits: [{ record: 'item', id: uuid(11), field: 'note', value }],
    });
    await apply(plan('first'), 'page', id);
    pause();
    await typed(uuid(11), 'later');
    await apply(plan('first'), 'page', id);
    expect(await noteOf(11)).toBe('later');
    expect(await stores.changes.has(id)).toBe(true);
    expect(await stores.changes.has(nextId())).toBe(false);
  });

  it('too long together stays as it was typed last, and tells', async () => {
    const long = 'x'.repeat(150_000);
    await typed(uuid(11), `${long} note 11`, 'note 11', 'panel');
    const { clashes } = await typed(uuid(11), `note 11 ${long}`, 'note 11', 'popup');
    expect(await noteOf(11)).toBe(`note 11 ${long}`);
    expect(clashes).toHaveLength(1);
  });

  it('of what is not there any more says so', async () => {
    const { records, change } = await typed(uuid(99), 'x');
    expect(records.size).toBe(0);
    expect(change).toBeUndefined();
  });
});

describe('undo', () => {
  it('takes back typing up to a pause, newest step first, and redo does it again', async () => {
    await typed(uuid(11), 'a');
    await typed(uuid(11), 'ab');
    pause();
    await typed(uuid(11), 'abc');
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe('ab');
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe('note 11');
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
    await stores.changes.redo(wrapUpId);
    await stores.changes.redo(wrapUpId);
    expect(await noteOf(11)).toBe('abc');
    expect(await stores.changes.redo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });

  it('takes typing in one field of a talk back as one step, and in another as another', async () => {
    const talk = {
      speakerIds: [],
      repository: '',
      recording: { url: '', picture: '', pictureAlt: '' },
    };
    const talks = (title: string, slides = '') => [
      { id: wrapUpId, title, slides, ...talk },
      { id: uuid(7), title: 'Two', slides: '', ...talk },
    ];
    await stores.wrapUps.put(wrapUp({ talks: talks('') }));
    const type = (value: unknown) =>
      apply({ kind: 'edit', edits: [{ record: 'wrapUp', id: wrapUpId, field: 'talks', value }] });
    for (const title of ['R', 'Ri', 'Rings']) await type(talks(title));
    for (const slides of ['h', 'https://s']) await type(talks('Rings', slides));
    const stored = async () => (await stores.wrapUps.get(wrapUpId))?.talks?.[0];
    await stores.changes.undo(wrapUpId);
    expect(await stored()).toMatchObject({ title: 'Rings', slides: '' });
    await stores.changes.undo(wrapUpId);
    expect(await stored()).toMatchObject({ title: '', slides: '' });
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });

  it('takes back a talk that was added or removed as a step of its own', async () => {
    const talk = (id: string, title: string) => ({
      ...{ id, title, speakerIds: [], slides: '', repository: '' },
      recording: { url: '', picture: '', pictureAlt: '' },
    });
    const write = (value: unknown) =>
      apply({ kind: 'edit', edits: [{ record: 'wrapUp', id: wrapUpId, field: 'talks', value }] });
    await write([talk(wrapUpId, ''), talk(uuid(7), '')]);
    await write([talk(wrapUpId, ''), talk(uuid(7), 'Two')]);
    await write([talk(wrapUpId, '')]);
    const titles = async () =>
      (await stores.wrapUps.get(wrapUpId))?.talks?.map(({ title }) => title);
    await stores.changes.undo(wrapUpId);
    expect(await titles()).toEqual(['', 'Two']);
    await stores.changes.undo(wrapUpId);
    expect(await titles()).toEqual(['', '']);
    await stores.changes.undo(wrapUpId);
    expect((await titles()) ?? []).toEqual([]);
  });

  it('is one history for all pages, kept over a restart', async () => {
    await typed(uuid(11), 'a', undefined, 'popup');
    await typed(uuid(12), 'b', undefined, 'panel');
    db.close();
    const { name } = db;
    db = openDatabase(name);
    stores = createStores(db);
    await stores.changes.undo(wrapUpId);
    expect([await noteOf(11), await noteOf(12)]).toEqual(['a', 'note 12']);
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe('note 11');
  });

  it('leaves what another window changed since, and takes back the rest', async () => {
    await typed(uuid(11), 'one two three');
    pause();
    await typed(uuid(11), 'one two THREE');
    pause();
    const step = await stores.changes.undoOne(uuid(1_000));
    expect(step.outcome).toBe('refused');
    expect(await noteOf(11)).toBe('one two THREE');
    // The refused step no longer blocks the others.
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe('one two three');
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });

  it('takes back the parts of a step that nobody changed since', async () => {
    const hide = (hidden: boolean): ChangePlan => ({
      kind: 'edit',
      edits: [11, 12].map((n) => ({
        record: 'item' as const,
        id: uuid(n),
        field: 'hidden',
        value: hidden,
      })),
    });
    const id = nextId();
    await apply(hide(true), 'page', id);
    await stores.items.update(uuid(11), { hidden: false, note: 'since' });
    expect(await stores.changes.undoOne(id)).toMatchObject({ outcome: 'done' });
    expect((await stores.items.get(uuid(12)))?.hidden).toBe(false);
    expect(await noteOf(11)).toBe('since');
  });

  it('of a fill keeps what was typed into it since', async () => {
    const { event } = wrapUp();
    const filled = { ...event, name: 'Meetup 12', url: 'https://events.example/12' };
    const id = nextId();
    await apply(
      { kind: 'fill', edits: [{ record: 'wrapUp', id: wrapUpId, field: 'event', value: filled }] },
      'page',
      id,
    );
    await stores.wrapUps.update(wrapUpId, { event: { ...filled, name: 'My own name' } });
    expect(await stores.changes.undoOne(id)).toMatchObject({ outcome: 'done' });
    expect((await stores.wrapUps.get(wrapUpId))?.event).toEqual({ ...event, name: 'My own name' });
  });

  it('puts a moved item back between the neighbours it had', async () => {
    const [, second] = await stores.items.list(wrapUpId);
    await apply({ kind: 'move', edits: [], places: [{ id: uuid(12), wrapUpId, order: 'a9' }] });
    expect(await shown()).toEqual([11, 13, 12]);
    await stores.items.put(note(14, { order: `${second?.order}V` }));
    await stores.changes.undo(wrapUpId);
    expect(await shown()).toEqual([11, 12, 14, 13]);
    await stores.changes.redo(wrapUpId);
    expect(await shown()).toEqual([11, 14, 13, 12]);
  });

  it('of a move between wrap-ups is one step in both histories', async () => {
    await stores.wrapUps.put(wrapUp({ id: uuid(2) }));
    await apply({
      kind: 'move-away',
      edits: [],
      places: [{ id: uuid(12), wrapUpId: uuid(2), order: 'a1' }],
    });
    expect(await shown()).toEqual([11, 13]);
    await stores.changes.undo(uuid(2));
    expect(await shown()).toEqual([11, 12, 13]);
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });

  it('says that the wrap-up is gone to which an item would go back', async () => {
    await stores.wrapUps.put(wrapUp({ id: uuid(2) }));
    await apply({
      kind: 'move-away',
      edits: [],
      places: [{ id: uuid(12), wrapUpId: uuid(2), order: 'a1' }],
    });
    await stores.wrapUps.update(wrapUpId, { deletedAt: instant });
    expect(await stores.changes.undo(uuid(2))).toMatchObject({
      outcome: 'refused',
      reason: 'gone',
    });
    expect((await stores.items.get(uuid(12)))?.wrapUpId).toBe(uuid(2));
  });

  it('a new edit ends the redo of the field it touches, and of no other', async () => {
    await typed(uuid(11), 'a');
    pause();
    await typed(uuid(12), 'b');
    await stores.changes.undo(wrapUpId);
    await stores.changes.undo(wrapUpId);
    await typed(uuid(11), 'c');
    expect(await stores.changes.redo(wrapUpId)).toMatchObject({ outcome: 'done' });
    expect([await noteOf(11), await noteOf(12)]).toEqual(['c', 'b']);
    expect(await stores.changes.redo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });

  it('keeps the newest 400 steps', async () => {
    for (let n = 0; n < 430; n++) {
      pause();
      await typed(uuid(11), `text ${n}`);
    }
    await stores.changes.prune();
    expect(await db.changes.count()).toBe(400);
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe('text 428');
  });
});

describe('use cases', () => {
  const clock = { now: () => new Date(clockMs).toISOString(), offsetMinutes: () => 0 };
  const deps = () => ({ ...stores, clock });

  it('give places of their own to notes that are added at once', async () => {
    const added = Array.from({ length: 20 }, (_, n) =>
      addNote(deps(), { id: uuid(20 + n), wrapUpId, note: `n ${n}` }),
    );
    await Promise.all(added);
    const orders = (await stores.items.list(wrapUpId)).map(({ order }) => order);
    expect(new Set(orders).size).toBe(23);
  });

  it('make every one of many quick moves', async () => {
    const item = { id: uuid(13), wrapUpId };
    const moves = Array.from({ length: 15 }, (_, n) =>
      moveItems(deps(), item.wrapUpId, [item.id], n % 2 === 0 ? { beforeId: uuid(11) } : 'end'),
    );
    await Promise.all(moves);
    expect(await shown()).toEqual([13, 11, 12]);
    expect(await db.changes.count()).toBe(15);
  });

  it('move by one place from where an item is by then, and not over the ends', async () => {
    const item = { id: uuid(11), wrapUpId };
    await Promise.all([1, 2, 3, 4, 5].map(() => moveItemsBy(deps(), item.wrapUpId, [item.id], 1)));
    expect(await shown()).toEqual([12, 13, 11]);
    await Promise.all([1, 2, 3].map(() => moveItemsBy(deps(), item.wrapUpId, [item.id], -1)));
    expect(await shown()).toEqual([11, 12, 13]);
  });

  it('take a new note back, and put it where it was', async () => {
    await addNote(deps(), { id: uuid(20), wrapUpId, note: 'new', at: { afterId: uuid(11) } });
    expect(await shown()).toEqual([11, 20, 12, 13]);
    await stores.changes.undo(wrapUpId);
    expect(await shown()).toEqual([11, 12, 13]);
    await stores.changes.redo(wrapUpId);
    expect(await shown()).toEqual([11, 20, 12, 13]);
  });

  it('take the slug back with the title', async () => {
    await editWrapUp(deps(), wrapUpId, { title: 'Other' });
    expect((await stores.wrapUps.get(wrapUpId))?.slug).toBe('other');
    await stores.changes.undo(wrapUpId);
    expect(await stores.wrapUps.get(wrapUpId)).toMatchObject({
      title: wrapUp().title,
      slug: wrapUp().slug,
    });
  });
});

describe('any sequence of edits, moves and deletions', () => {
  const item = fc.constantFrom(11, 12, 13);
  const action = fc.oneof(
    fc.record({ do: fc.constant('type' as const), item, text: fc.string({ maxLength: 8 }) }),
    fc.record({ do: fc.constant('hide' as const), item, hidden: fc.boolean() }),
    fc.record({ do: fc.constant('delete' as const), item, gone: fc.boolean() }),
    fc.record({
      do: fc.constant('move' as const),
      item,
      order: fc.constantFrom('Zz', 'a0V', 'a1V', 'a2V', 'a8'),
    }),
  );
  type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;
  const state = async (): Promise<unknown> => {
    const rows = await db.items.toArray();
    const order = (await stores.items.list(wrapUpId)).map(({ id }) => id);
    return {
      order,
      rows: rows.map(({ id, note: text, hidden, deletedAt }: Item) => ({
        id,
        text,
        hidden,
        gone: deletedAt !== null,
      })),
    };
  };
  const perform = (step: Action) => {
    const id = uuid(step.item);
    if (step.do === 'move') {
      return apply({ kind: 'move', edits: [], places: [{ id, wrapUpId, order: step.order }] });
    }
    const [field, value] =
      step.do === 'type'
        ? ['note', step.text]
        : step.do === 'hide'
          ? ['hidden', step.hidden]
          : ['deletedAt', step.gone ? instant : null];
    return apply({ kind: 'edit', edits: [{ record: 'item', id, field: field as string, value }] });
  };

  it('followed by as many undos ends where it began, and by as many redos where it ended', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
        await db.items.clear();
        await db.changes.clear();
        for (const n of [11, 12, 13]) await stores.items.put(note(n));
        const states = [await state()];
        for (const each of actions) {
          pause();
          const { change } = await perform(each);
          if (change !== undefined) states.push(await state());
        }
        for (const before of states.slice(0, -1).reverse()) {
          expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'done' });
          expect(await state()).toEqual(before);
        }
        expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
        for (const after of states.slice(1)) {
          expect(await stores.changes.redo(wrapUpId)).toMatchObject({ outcome: 'done' });
          expect(await state()).toEqual(after);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a long text', () => {
  const long = 'The tide turns twice a day, and the gauge counts it. '.repeat(2_000);

  it('is stored once a step, and comes back as it was', async () => {
    await stores.items.update(uuid(11), { note: long });
    pause();
    const edited = `${long.slice(0, 50_000)}INSERTED${long.slice(50_010)}`;
    await typed(uuid(11), edited, long);
    const [raw] = await rawChanges(db.name);
    expect(JSON.stringify(raw).length).toBeLessThan(long.length + 2_000);
    expect((await db.changes.toArray())[0]?.fields).toMatchObject([
      { before: long, after: edited },
    ]);
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe(long);
    await stores.changes.redo(wrapUpId);
    expect(await noteOf(11)).toBe(edited);
  });

  it('that is typed on in one step is taken back as one', async () => {
    await stores.items.update(uuid(11), { note: long });
    pause();
    await typed(uuid(11), `${long}a`, long);
    await typed(uuid(11), `${long}ab`, `${long}a`);
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe(long);
  });

  it('of a step that an older version stored whole is taken back, too', async () => {
    await stores.items.update(uuid(11), { note: `${long}!` });
    await db.changes.put({
      ids: [nextId()],
      histories: [wrapUpId],
      kind: 'edit',
      at: instant,
      client: '',
      state: 'done',
      fields: [{ record: 'item', id: uuid(11), field: 'note', before: long, after: `${long}!` }],
      marks: [`${wrapUpId}/done`],
    });
    await stores.changes.undo(wrapUpId);
    expect(await noteOf(11)).toBe(long);
  });

  it('of any shape comes back as it was (property)', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 600 });
    fc.assert(
      fc.property(text, text, text, (start, middle, end) => {
        const fields = [
          {
            record: 'item' as const,
            id: uuid(1),
            field: 'note',
            before: start + end,
            after: start + middle + end,
          },
        ];
        expect(unpackChange(packChange({ fields }))).toEqual({ fields });
      }),
    );
  });
});

describe('a step of two histories', () => {
  const other = uuid(77);
  beforeEach(() => stores.wrapUps.put(wrapUp({ id: other })));

  it('touches nothing where the wrap-up that it would go back to is deleted', async () => {
    await stores.items.put(image(14, { fileName: 'ring.png' }));
    await stores.items.put(image(15, { wrapUpId: other, fileName: 'ring.png' }));
    await moveItemsToWrapUp(stores, [uuid(14)], other);
    expect(await stores.items.get(uuid(14))).toMatchObject({ fileName: 'ring-2.png' });
    await stores.wrapUps.update(wrapUpId, { deletedAt: instant });
    const before = await stores.items.get(uuid(14));
    expect(await stores.changes.undo(other)).toMatchObject({ outcome: 'refused', reason: 'gone' });
    expect(await stores.items.get(uuid(14))).toEqual(before);
  });

  it('is taken back once, from whichever of them', async () => {
    await moveItemsToWrapUp(stores, [uuid(11)], other);
    expect(await stores.changes.undo(other)).toMatchObject({ outcome: 'done' });
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
    expect(await shown()).toEqual([11, 12, 13]);
  });

  it('stays as long as one of them needs it', async () => {
    await moveItemsToWrapUp(stores, [uuid(11)], other);
    const rows = Array.from({ length: 500 }, () => ({
      ids: [nextId()],
      histories: [wrapUpId],
      kind: 'edit' as const,
      at: instant,
      client: '',
      state: 'done' as const,
      fields: [],
      marks: [`${wrapUpId}/done`],
    }));
    await db.changes.bulkAdd(rows);
    await stores.changes.prune();
    expect(await db.changes.where('marks').equals(`${wrapUpId}/done`).count()).toBe(401);
    expect(await stores.changes.undo(other)).toMatchObject({ outcome: 'done' });
  });
});

it('writes nothing where no history is too long, though every page asks for it', async () => {
  await typed(uuid(11), 'some words');
  const { mark } = (await lookRaw(db.name)) ?? {};
  await stores.changes.prune();
  expect(mark).toMatchObject({ writes: 5 });
  expect((await lookRaw(db.name))?.mark).toEqual(mark);
});

it('keeps two hundred steps that can be taken back, however many cannot', async () => {
  const row = (state: 'done' | 'ended') => ({
    ids: [nextId()],
    histories: [wrapUpId],
    kind: 'edit' as const,
    at: instant,
    client: '',
    state,
    fields: [],
    marks: [`${wrapUpId}/${state}`],
  });
  await db.changes.bulkAdd(Array.from({ length: 200 }, () => row('done')));
  await db.changes.bulkAdd(Array.from({ length: 1_000 }, () => row('ended')));
  await stores.changes.prune();
  expect(await db.changes.where('marks').equals(`${wrapUpId}/done`).count()).toBe(200);
  expect(await db.changes.count()).toBe(600);
});

/** Returns rows as they are stored, bypassing our code. */
function rawChanges(name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('changes').objectStore('changes').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result);
      };
    };
  });
}
