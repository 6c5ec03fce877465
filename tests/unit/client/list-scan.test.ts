import { expect, it, vi } from 'vitest';
import { type Scan, scanList } from '../../../lib/client/list-scan.ts';
import { PendingChanges } from '../../../lib/client/pending-changes.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { eventually } from '../../support/eventually.ts';
import { note, uuid } from '../../support/records.ts';

const words = (item: Item) => ('note' in item ? item.note : '');

function setUp(notes: string[], changes: Partial<Scan> = {}) {
  const items = notes.map((text, n) => note(n, { note: text }));
  let written: (keys: ReadonlySet<string> | 'all') => void = () => {};
  const told: { ids: string[]; done: boolean }[] = [];
  const slices = vi.fn(async function* () {
    for (const item of items) yield [item];
  });
  const scan: Scan = {
    source: {
      watch(callback) {
        written = callback;
        return () => {};
      },
      slices,
      read: async (ids) => ({ items: items.filter(({ id }) => ids.includes(id)) }),
    },
    typed: new PendingChanges(),
    isWanted: (item) => words(item).includes('tide'),
    keepsFound: true,
    onFound: (ids, done) => told.push({ ids: [...ids].sort(), done }),
    onFailure: (cause) => {
      throw cause;
    },
    ...changes,
  };
  const write = (n: number, text: string) => {
    items[n] = note(n, { note: text });
    written(new Set([uuid(n)]));
  };
  const leave = (n: number) => {
    items.splice(n, 1);
    written(new Set([uuid(n)]));
  };
  return { scan, told, write, leave, slices, sayAll: () => written('all') };
}

it('finds what is wanted, and what comes to be wanted; what was found stays', async () => {
  const { scan, told, write } = setUp(['a tide', 'a moon', 'low tide']);
  scanList(scan);
  await eventually(() => expect(told.at(-1)).toEqual({ ids: [uuid(0), uuid(2)], done: true }));
  write(1, 'a moon and its tide');
  await eventually(() => expect(told.at(-1)?.ids).toEqual([uuid(0), uuid(1), uuid(2)]));
  write(0, 'nothing');
  write(2, 'a tide still');
  await eventually(() => expect(told.at(-1)?.ids).toContain(uuid(0)));
});

it('lets go of what is wanted no more, where nobody works on it', async () => {
  const { scan, told, write } = setUp(['a tide', 'low tide'], { keepsFound: false });
  scanList(scan);
  await eventually(() => expect(told.at(-1)?.ids).toHaveLength(2));
  write(0, 'nothing');
  await eventually(() => expect(told.at(-1)?.ids).toEqual([uuid(1)]));
});

it('tells of one that is wanted still, and of one that has left the list, where nobody works on them', async () => {
  const { scan, told, write, leave } = setUp(['a tide', 'low tide'], { keepsFound: false });
  scanList(scan);
  await eventually(() => expect(told.at(-1)?.done).toBe(true));
  const before = told.length;
  write(0, 'another tide');
  await eventually(() => expect(told).toHaveLength(before + 1));
  leave(1);
  await eventually(() => expect(told.at(-1)?.ids).toEqual([uuid(0)]));
});

it('goes through what was typed and is not stored yet', async () => {
  const typed = new PendingChanges();
  typed.add(uuid(0), { note: 'a tide' });
  const { scan, told } = setUp(['nothing'], { typed });
  scanList(scan);
  await eventually(() => expect(told.at(-1)?.ids).toEqual([uuid(0)]));
});

it('passes over a row that cannot be read', async () => {
  const { scan, told } = setUp(['broken', 'a tide'], {
    isWanted(item) {
      if (words(item) === 'broken') throw new TypeError('no words');
      return true;
    },
  });
  scanList(scan);
  await eventually(() => expect(told.at(-1)).toEqual({ ids: [uuid(1)], done: true }));
});

it('ends at the next slice', async () => {
  const seen: string[] = [];
  const { scan, told } = setUp(['one', 'two', 'three'], {
    isWanted(item) {
      seen.push(words(item));
      end();
      return true;
    },
  });
  const end = scanList(scan);
  await eventually(() => expect(seen).toEqual(['one']));
  await Promise.resolve();
  expect(told).toEqual([]);
});

it('begins again where it is not known what was written', async () => {
  const { scan, told, slices, sayAll } = setUp(['a tide']);
  scanList(scan);
  await eventually(() => expect(told).toHaveLength(1));
  sayAll();
  await eventually(() => expect(told).toHaveLength(2));
  expect(slices).toHaveBeenCalledTimes(2);
});

it('rests between two slices, where there is no hurry', async () => {
  const rest = vi.fn(async () => {});
  const { scan, told } = setUp(['one', 'two'], { rest });
  scanList(scan);
  await eventually(() => expect(told.at(-1)?.done).toBe(true));
  expect(rest).toHaveBeenCalledTimes(2);
});
