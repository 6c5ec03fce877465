import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ListSnapshot, type ListSource, LiveList } from '../../../lib/client/live-list.ts';
import { PendingChanges } from '../../../lib/client/pending-changes.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { eventually } from '../../support/eventually.ts';
import { note, quote, uuid } from '../../support/records.ts';

const section = (n: number, changes: object = {}): Item => ({
  ...note(n, changes),
  kind: 'section',
  form: 'h2',
});

/** What is stored, and how often each part was requested. */
class FakeSource implements ListSource {
  items: Item[] = [];
  broken = new Set<string>();
  read = vi.fn(async (ids: readonly string[]) => this.#of(ids));
  readIds = vi.fn(async () => ({
    ids: this.items.map(({ id }) => id),
    outline: this.items.filter((item) => item.kind === 'section'),
  }));
  #callback: (keys: ReadonlySet<string> | 'all') => void = () => {};

  watch(callback: (keys: ReadonlySet<string> | 'all') => void) {
    this.#callback = callback;
    return () => {
      this.#callback = () => {};
    };
  }
  async readEnd() {
    return { ...this.#of(this.items.slice(-2).map(({ id }) => id)), complete: false };
  }
  async readPlaced(ids: readonly string[]) {
    const after = new Map<string, string | null>();
    for (const [at, { id }] of this.items.entries()) {
      if (ids.includes(id)) after.set(id, this.items[at - 1]?.id ?? null);
    }
    return { ...this.#of(ids), after };
  }
  #of(ids: readonly string[]) {
    const here = this.items.filter(({ id }) => ids.includes(id));
    return {
      items: here.filter(({ id }) => !this.broken.has(id)),
      broken: here.map(({ id }) => id).filter((id) => this.broken.has(id)),
    };
  }
  /** Stores items in their order, and reports what was written. */
  write(changed: Item[], gone: string[] = []) {
    const ids = new Set([...changed.map(({ id }) => id), ...gone]);
    this.items = [...this.items.filter(({ id }) => !ids.has(id)), ...changed].sort((a, b) =>
      a.order < b.order ? -1 : 1,
    );
    this.#callback(ids);
  }
  say(keys: ReadonlySet<string> | 'all') {
    this.#callback(keys);
  }
}

const order = (n: number) => `a${String(n).padStart(4, '0')}`;
const ofOrder = (n: number, changes: object = {}) => note(n, { order: order(n), ...changes });
const numbers = (ids: readonly string[] | undefined) => ids?.map((id) => Number(id.slice(-4)));

let source: FakeSource;
let pending: PendingChanges;
let seen: ListSnapshot | undefined;
let all: ListSnapshot[];
let failures: unknown[];

beforeEach(() => {
  source = new FakeSource();
  pending = new PendingChanges();
  seen = undefined;
  all = [];
  failures = [];
});

function watched(first?: ConstructorParameters<typeof LiveList>[2]) {
  const list = new LiveList(source, pending, first);
  const end = list.watch(
    (snapshot) => {
      seen = snapshot;
      all.push(snapshot);
    },
    (cause) => failures.push(cause),
  );
  return { list, end };
}

describe('a list of any length', () => {
  it('shows its end first, and then knows all ids and of the records only those that are asked for', async () => {
    source.items = Array.from({ length: 1000 }, (_, n) => ofOrder(n));
    watched();
    await eventually(() => expect(all.at(-1)?.partial).toBe(false));
    expect(all[0]?.partial).toBe(true);
    expect(numbers(all[0]?.ids)).toEqual([998, 999]);
    expect(seen?.ids).toHaveLength(1000);
    expect(seen?.get(uuid(3))).toBeUndefined();
    seen?.keep([uuid(3), uuid(4)]);
    await eventually(() => expect(seen?.get(uuid(3))).toEqual(ofOrder(3)));
    expect(source.read.mock.lastCall).toEqual([[uuid(3), uuid(4)]]);
  });

  it('shows what was read before it, until it knows more', async () => {
    source.items = [ofOrder(1), ofOrder(2), ofOrder(3)];
    const { list } = watched({ items: [ofOrder(2), ofOrder(3)], complete: false });
    expect(numbers(list.snapshot?.ids)).toEqual([2, 3]);
    await eventually(() => expect(numbers(seen?.ids)).toEqual([1, 2, 3]));
  });

  it('is whole from the start where the order of all was read before it, and stays the same', async () => {
    source.items = [ofOrder(1), section(2, { order: order(2) }), ofOrder(3)];
    const first = { items: [ofOrder(1)], complete: false, order: await source.readIds() };
    source.readIds.mockClear();
    const { list } = watched(first);
    const { ids, outline, partial } = list.snapshot as ListSnapshot;
    expect(numbers(ids)).toEqual([1, 2, 3]);
    expect([...outline.keys()]).toEqual([uuid(2)]);
    expect(partial).toBe(false);
    await eventually(() => expect(source.readIds).toHaveBeenCalled());
    await eventually(() => expect(seen).toBeDefined());
    expect(seen?.ids).toBe(ids);
    source.write([ofOrder(4)]);
    await eventually(() => expect(numbers(seen?.ids)).toEqual([1, 2, 3, 4]));
  });

  it('reads only what was written, and leaves all other records the objects they were', async () => {
    source.items = [ofOrder(1), ofOrder(2), ofOrder(3)];
    watched();
    await eventually(() => expect(seen?.partial).toBe(false));
    seen?.keep(source.items.map(({ id }) => id));
    await eventually(() => expect(seen?.get(uuid(1))).toBeDefined());
    const [ids, first] = [seen?.ids, seen?.get(uuid(1))];
    source.readIds.mockClear();
    source.write([ofOrder(2, { note: 'why' })]);
    await eventually(() => expect(seen?.get(uuid(2))).toMatchObject({ note: 'why' }));
    expect(seen?.ids).toBe(ids);
    expect(seen?.get(uuid(1))).toBe(first);
    expect(source.readIds).not.toHaveBeenCalled();
  });

  it('follows an item that is added, moves and goes, and a few at once', async () => {
    source.items = [1, 2, 3, 4, 5].map((n) => ofOrder(n));
    watched();
    await eventually(() => expect(seen?.partial).toBe(false));
    source.write([ofOrder(6)]);
    await eventually(() => expect(numbers(seen?.ids)).toEqual([1, 2, 3, 4, 5, 6]));
    source.write([note(1, { order: `${order(3)}5` })]);
    await eventually(() => expect(numbers(seen?.ids)).toEqual([2, 3, 1, 4, 5, 6]));
    source.write([], [uuid(4)]);
    await eventually(() => expect(numbers(seen?.ids)).toEqual([2, 3, 1, 5, 6]));
    source.write([note(5, { order: 'a00' }), note(6, { order: 'a000' })], [uuid(3)]);
    await eventually(() => expect(numbers(seen?.ids)).toEqual([5, 6, 2, 1]));
    expect(source.readIds).toHaveBeenCalledTimes(1);
  });

  it('reads the order again where a write does not say what it touched', async () => {
    source.items = [ofOrder(1), ofOrder(2)];
    watched();
    await eventually(() => expect(seen?.partial).toBe(false));
    seen?.keep([uuid(1)]);
    await eventually(() => expect(seen?.get(uuid(1))).toBeDefined());
    source.items = [ofOrder(3), ofOrder(1, { note: 'new' })];
    source.say('all');
    await eventually(() => expect(numbers(seen?.ids)).toEqual([3, 1]));
    expect(seen?.get(uuid(1))).toMatchObject({ note: 'new' });
  });

  it('shows what is typed over its record at once, and the same object once that is stored', async () => {
    source.items = [ofOrder(1), ofOrder(2)];
    watched();
    await eventually(() => expect(seen?.partial).toBe(false));
    seen?.keep([uuid(1), uuid(2)]);
    await eventually(() => expect(seen?.get(uuid(1))).toBeDefined());
    const other = seen?.get(uuid(2));
    pending.add(uuid(1), { note: 'typed' });
    expect(seen?.get(uuid(1))).toMatchObject({ note: 'typed' });
    expect(seen?.get(uuid(2))).toBe(other);
    pending.drop(uuid(1), 'note');
    pending.changed();
    expect(seen?.get(uuid(1))).toMatchObject({ note: ofOrder(1).note });
  });

  it('always has what holds other items', async () => {
    source.items = [ofOrder(1), section(2, { order: order(2) }), ofOrder(3), ofOrder(4)];
    watched();
    await eventually(() => expect(seen?.partial).toBe(false));
    expect([...(seen?.outline.keys() ?? [])]).toEqual([uuid(2)]);
    expect(seen?.get(uuid(2))).toMatchObject({ form: 'h2' });
    source.write([section(7, { order: order(7) })], [uuid(2)]);
    await eventually(() => expect([...(seen?.outline.keys() ?? [])]).toEqual([uuid(7)]));
    pending.add(uuid(7), { note: 'Typed' });
    expect(seen?.outline.get(uuid(7))).toMatchObject({ note: 'Typed' });
  });

  it('leaves out and counts what cannot be read, once that is known, and until it can be', async () => {
    source.items = [1, 2, 3, 4].map((n) => ofOrder(n));
    source.broken = new Set([uuid(1), uuid(2)]);
    const { list } = watched();
    await eventually(() => expect(seen?.partial).toBe(false));
    expect(seen?.unreadable).toBe(0);
    seen?.keep([uuid(1)]);
    await eventually(() => expect(seen?.unreadable).toBe(1));
    expect(numbers(seen?.ids)).toEqual([2, 3, 4]);
    list.leaveOut([uuid(2)]);
    expect(numbers(seen?.ids)).toEqual([3, 4]);
    expect(seen?.unreadable).toBe(2);
    source.say('all');
    await eventually(() => expect(source.readIds).toHaveBeenCalledTimes(2));
    await eventually(() => expect(seen?.unreadable).toBe(2));
    source.broken = new Set([uuid(2)]);
    source.write([ofOrder(1)]);
    await eventually(() => expect(numbers(seen?.ids)).toEqual([1, 3, 4]));
  });

  it('forgets records that were shown long ago, never those that are', async () => {
    source.items = Array.from({ length: 2000 }, (_, n) => quote(n, { order: order(n) }));
    watched();
    await eventually(() => expect(seen?.partial).toBe(false));
    const page = (at: number) => source.items.slice(at * 200, at * 200 + 200).map(({ id }) => id);
    for (const at of [0, 1, 2, 3]) {
      seen?.keep(page(at));
      await eventually(() => expect(seen?.get(page(at)[0] ?? '')).toBeDefined());
    }
    seen?.keep(page(3));
    expect(page(3).every((id) => seen?.get(id))).toBe(true);
    expect(page(0).some((id) => seen?.get(id))).toBe(false);
  });

  it('is after any writes, each told alone, the list that reading all of it gives', async () => {
    const step = fc.record({
      /** One of the existing items is moved, edited or removed, or another is added. */
      do: fc.constantFrom('move', 'type', 'remove', 'add'),
      n: fc.nat(30),
      to: fc.nat(999),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        source = new FakeSource();
        source.items = Array.from({ length: 8 }, (_, n) => ofOrder(n * 100 + 50));
        const { end } = watched();
        await eventually(() => expect(seen?.partial).toBe(false));
        for (const { do: what, n, to } of steps) {
          const item = source.items[n % Math.max(1, source.items.length)];
          const isOrderFree = source.items.every((each) => each.order !== order(to));
          if (what === 'add' && isOrderFree && source.items.every(({ id }) => id !== uuid(to)))
            source.write([ofOrder(to)]);
          else if (!item) continue;
          else if (what === 'type') source.write([{ ...item, note: `Typed ${to}` }]);
          else if (what === 'remove') source.write([], [item.id]);
          else if (what === 'move' && isOrderFree) source.write([{ ...item, order: order(to) }]);
          const ids = source.items.map(({ id }) => id);
          await eventually(() => expect(seen?.ids).toEqual(ids));
        }
        end();
      }),
      { numRuns: 40 },
    );
  });

  it('says why it cannot be read, and reads again with the next watch', async () => {
    source.items = [ofOrder(1)];
    source.readIds.mockRejectedValueOnce(new Error('closed'));
    const { list, end } = watched();
    await eventually(() => expect(failures).toHaveLength(1));
    end();
    list.watch(
      (snapshot) => {
        seen = snapshot;
      },
      (cause) => failures.push(cause),
    );
    await eventually(() => expect(seen?.partial).toBe(false));
    expect(failures).toHaveLength(1);
  });
});
