import { Dexie } from 'dexie';
import type { Item, Part, Section } from '../core/post/item.ts';
import { type ChangedKeys, watchChangedKeys } from './changed-keys.ts';
import type { Database, Row } from './database.ts';
import { rowSlices } from './item-slices.ts';
import { queryItems } from './item-store.ts';
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
  ids: string[];
  outline: (Section | Part)[];
}

/** More rows than are visible at once. */
const endRows = 40;
/**
 * How many keys are read at once; each piece is a separate task, so a key pressed meanwhile need
 * not wait.
 */
const keysAtOnce = 4_000;
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

  /**
   * It reads in pieces. Ids with equal keys have their own order, and are skipped if they were read
   * already.
   */
  const readKeys = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (let from: unknown = Dexie.minKey; ; ) {
      const piece = await bounds(from, Dexie.maxKey).limit(keysAtOnce).primaryKeys();
      const known = from === Dexie.minKey ? -1 : piece.indexOf(ids.at(-1) ?? '');
      const isStuck = piece.length === keysAtOnce && known === piece.length - 1;
      // So many items share one key that only reading everything at once gets past it.
      if (isStuck) return queryItems(db, placeId).primaryKeys();
      for (const id of piece.slice(known + 1)) ids.push(id);
      if (piece.length < keysAtOnce) return ids;
      from = (await db.items.get(ids.at(-1) ?? ''))?.order ?? Dexie.maxKey;
    }
  };

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
