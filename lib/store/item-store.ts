import { Dexie } from 'dexie';
import * as v from 'valibot';
import { paperKeyOf } from '../clips/paper-facts.ts';
import { nextUpdate } from '../core/base/record.ts';
import {
  type Item,
  type ItemChanges,
  ItemSchema,
  type Original,
  OriginalSchema,
  type Section,
  type SourcedClip,
} from '../core/post/item.ts';
import type { LandingGap, PostLanding } from '../core/post/landing.ts';
import type { StoredPlace } from '../core/post/order.ts';
import type { Database, Row } from './database.ts';
import { landingGap } from './landing-gap.ts';
import type { ReportCorrupt } from './report-corrupt.ts';
import { fromRow, itemsFromRows, itemToRow, toOriginal } from './rows.ts';
import { guard } from './store-error.ts';

/**
 * Returns the items in the post, or in the inbox, in their order; equal keys are sorted by their
 * ids.
 * @param live 2: those in the tray
 */
export function queryItems(db: Database, wrapUpId: string, live: 1 | 2 = 1) {
  return db.items
    .where('[wrapUpId+live+order]')
    .between([wrapUpId, live, Dexie.minKey], [wrapUpId, live, Dexie.maxKey]);
}

/**
 * Returns the places of all items in their order, including items that are deleted or can't be
 * read.
 */
export async function readPlaces(db: Database, wrapUpId: string): Promise<StoredPlace[]> {
  const rows = await db.items
    .where('[wrapUpId+order]')
    .between([wrapUpId, Dexie.minKey], [wrapUpId, Dexie.maxKey])
    .toArray();
  return rows.map((row) => ({
    id: row.id,
    order: row.order,
    shown: row.live === 1 && v.is(ItemSchema, row),
  }));
}

/** How many rows are examined at once. */
const rowsAtOnce = 500;

export function createItemStore(db: Database, now: () => string, report: ReportCorrupt) {
  const parse = (row: unknown) => fromRow('items', ItemSchema, row, report);

  /** Reads, changes and writes several items in one transaction; missing ones are skipped. */
  const change = (changes: ReadonlyMap<string, ItemChanges>) =>
    db.transaction('rw', db.items, async () => {
      const rows = await db.items.bulkGet([...changes.keys()]);
      const items = rows.map(parse).filter((item) => item !== undefined);
      const changed = items.map((item) => {
        const fields = changes.get(item.id);
        const { id, kind } = item;
        const updatedAt = nextUpdate(item.updatedAt, now());
        return { ...item, ...fields, id, kind, updatedAt } as Item;
      });
      await db.items.bulkPut(changed.map(itemToRow));
      return changed;
    });

  return {
    list: (wrapUpId: string): Promise<Item[]> =>
      guard(async () => itemsFromRows(await queryItems(db, wrapUpId).toArray(), report)),

    get: (id: string): Promise<Item | undefined> =>
      guard(async () => parse(await db.items.get(id))),

    sectionsAbove: (
      wrapUpId: string,
      order: string | undefined,
      rows: number,
    ): Promise<Section[]> =>
      guard(async () => {
        const upTo = [wrapUpId, 1, order ?? Dexie.maxKey];
        const found = await db.items
          .where('[wrapUpId+live+order]')
          .between([wrapUpId, 1, Dexie.minKey], upTo, true, order === undefined)
          .reverse()
          .limit(rows)
          .toArray();
        const sections = found.filter(({ kind }) => kind === 'section');
        return itemsFromRows(sections, report).filter((item) => item.kind === 'section');
      }),

    gapAt: (wrapUpId: string, landing?: PostLanding): Promise<LandingGap> =>
      guard(() => landingGap(db, wrapUpId, landing)),

    places: (wrapUpId: string): Promise<StoredPlace[]> => guard(() => readPlaces(db, wrapUpId)),

    pictureNames: (wrapUpId: string, stem: string): Promise<ReadonlySet<string>> =>
      guard(async () => {
        const named = (live: 1 | 2) =>
          db.items
            .where('[wrapUpId+live+fileName]')
            .between([wrapUpId, live, stem], [wrapUpId, live, `${stem}\uffff`])
            .keys();
        const keys = (await Promise.all([named(1), named(2)])).flat();
        return new Set(keys.flatMap((key) => (Array.isArray(key) ? [String(key[2])] : [])));
      }),

    withFingerprint: (fingerprint: string): Promise<Item[]> =>
      guard(async () =>
        itemsFromRows(
          await db.items
            .where('[fingerprint+live]')
            .anyOf([fingerprint, 1], [fingerprint, 2])
            .toArray(),
          report,
        ),
      ),

    // There is no index, because the key is no field of a record, and no record is rewritten to add
    // one. It reads in slices, so the next clip need not wait until all are read.
    ofPaper: (key: string): Promise<SourcedClip[]> =>
      guard(async () => {
        const found: Row<Item>[] = [];
        for (let last = ''; ; ) {
          const rows = await db.items.where('id').above(last).limit(rowsAtOnce).toArray();
          found.push(...rows.filter((row) => row.live !== 0 && isOfPaper(row, key)));
          last = rows.at(-1)?.id ?? '';
          if (rows.length < rowsAtOnce) break;
        }
        return itemsFromRows(found, report).filter((item) => 'source' in item);
      }),

    put: (item: Item, original?: Original): Promise<void> =>
      guard(() =>
        db.transaction('rw', db.items, db.originals, async () => {
          await db.items.put(itemToRow(item));
          if (original !== undefined) await db.originals.put(toOriginal(original));
        }),
      ),

    update: (id: string, changes: ItemChanges): Promise<Item | undefined> =>
      guard(async () => (await change(new Map([[id, changes]])))[0]),

    updateMany: (changes: ReadonlyMap<string, ItemChanges>): Promise<Item[]> =>
      guard(() => change(changes)),

    original: (id: string): Promise<Original | undefined> =>
      guard(async () => fromRow('originals', OriginalSchema, await db.originals.get(id), report)),
  };
}

/** A broken row belongs to no paper; the lists report it. */
function isOfPaper(row: Item, key: string): boolean {
  try {
    return 'source' in row && paperKeyOf(row) === key;
  } catch {
    // The lists report it.
    return false;
  }
}
