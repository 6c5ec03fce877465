import { Dexie } from 'dexie';
import type { Item, Part, Section } from '../core/post/item.ts';
import { type ChangedKeys, watchChangedKeys } from './changed-keys.ts';
import type { Database, Row } from './database.ts';
import { rowSlices } from './item-slices.ts';
import { queryItems } from './item-store.ts';
import { keysInPieces } from './keys-in-pieces.ts';
import { reportToConsole } from './report-corrupt.ts';
import { itemsFromRows } from './rows.ts';
import { guard } from './store-error.ts';

/**
 * The result of reading some ids: the items that are live in the place, and the unreadable ones.
 */
export interface ReadItems {
  items: Item[];
  broken: string[];
}

/** The same, and what comes before each; null: it is the first. */
export interface PlacedItems extends ReadItems {
  after: ReadonlyMap<string, string | null>;
}

/** All ids of a place in their order, and the few records that structure the others. */
export interface ReadIds {
  ids: readonly string[];
  outline: readonly (Section | Part)[];
}

/** More rows than are visible at once. */
const endRows = 40;
const outlineKinds = ['section', 'part'] as const;

/**
 * Reads a wrap-up's items (or the inbox's) for a list that may be very long: the ids of all, from
 * their index, and only the requested records.
 */
export function createListSource(db: Database, placeId: string) {
  const bounds = (from: unknown, to: unknown, withEnd = true) =>
    db.items
      .where('[wrapUpId+live+order]')
      .between([placeId, 1, from], [placeId, 1, to], true, withEnd);
  const here = (rows: readonly (Row<Item> | undefined)[]) =>
    rows.filter((row) => row?.wrapUpId === placeId && row.live === 1) as Row<Item>[];

  const readKeys = (): Promise<string[]> =>
    keysInPieces({
      read(from = Dexie.minKey, count) {
        const rows = bounds(from, Dexie.maxKey);
        return (count === undefined ? rows : rows.limit(count)).primaryKeys();
      },
      orderOf: async (id) => (await db.items.get(id))?.order,
    });

  const readOutline = async (): Promise<(Section | Part)[]> => {
    const rows = await db.items
      .where('[wrapUpId+live+kind]')
      .anyOf(outlineKinds.map((kind) => [placeId, 1, kind]))
      .toArray();
    return itemsFromRows(rows, reportToConsole).filter(arranges);
  };

  const read = async (ids: readonly string[]): Promise<ReadItems> =>
    parseRows(here(await db.items.bulkGet([...ids])));

  /** Returns the id before an item, in the order of the index. */
  const before = async ({ id, order }: Item): Promise<string | null> => {
    for (let limit = 2; ; limit *= 8) {
      const keys = await bounds(Dexie.minKey, order).reverse().limit(limit).primaryKeys();
      const at = keys.indexOf(id);
      const previous = at < 0 ? undefined : keys[at + 1];
      if (previous !== undefined) return previous;
      if (keys.length < limit) return null;
    }
  };

  return {
    /** Calls back with what each write touched, from any page or worker. */
    watch: (callback: (keys: ChangedKeys) => void) => watchChangedKeys(db, 'items', callback),

    readEnd: (): Promise<ReadItems & { complete: boolean }> =>
      guard(async () => {
        const rows = await queryItems(db, placeId)
          .reverse()
          .limit(endRows + 1)
          .toArray();
        const complete = rows.length <= endRows;
        return { ...parseRows(rows.slice(0, endRows).reverse()), complete };
      }),

    readIds: (): Promise<ReadIds> =>
      guard(() =>
        db.transaction('r', db.items, async () => ({
          outline: await readOutline(),
          ids: await readKeys(),
        })),
      ),

    /** All rows, as they are stored. */
    slices: () => rowSlices(db, placeId),

    read: (ids: readonly string[]): Promise<ReadItems> => guard(() => read(ids)),

    readPlaced: (ids: readonly string[]): Promise<PlacedItems> =>
      guard(() =>
        db.transaction('r', db.items, async () => {
          const { items, broken } = await read(ids);
          const after = new Map<string, string | null>();
          for (const item of items) after.set(item.id, await before(item));
          return { items, broken, after };
        }),
      ),
  };
}

/** True for an item that holds others: they move with it, and it does not count as a clip. */
export const arranges = (item: Item): item is Section | Part =>
  item.kind === 'section' || item.kind === 'part';

/** Returns the items among rows, and the ids of the unreadable ones. */
export function parseRows(rows: readonly Row<Item>[]): ReadItems {
  const broken: string[] = [];
  const items = itemsFromRows(rows, (table, id, problem) => {
    broken.push(String(id));
    reportToConsole(table, id, problem);
  });
  return { items, broken };
}
