import type { Table } from 'dexie';
import * as v from 'valibot';
import { ItemSchema } from '../core/post/item.ts';
import { WrapUpSchema } from '../core/post/wrap-up.ts';
import type { Database } from './database.ts';
import { guard } from './store-error.ts';

/** A row that does not parse, as it is stored. */
export interface UnreadableRow {
  table: 'wrapUps' | 'items';
  id: string;
  row: unknown;
}

/** How many rows are examined at once, so that nothing else waits long. */
const rowsAtOnce = 500;
const schemas = { wrapUps: WrapUpSchema, items: ItemSchema } as const;

/**
 * Returns all unreadable wrap-ups and items, including deleted ones; reads everything, in slices.
 */
export function findUnreadable(db: Database): Promise<UnreadableRow[]> {
  return guard(async () => {
    const found: UnreadableRow[] = [];
    for (const name of ['wrapUps', 'items'] as const) {
      const schema: v.GenericSchema = schemas[name];
      const table = db[name] as Table<unknown, string>;
      for (let last = ''; ; ) {
        const rows = await table.where(':id').above(last).limit(rowsAtOnce).toArray();
        for (const row of rows) {
          if (!v.is(schema, row)) found.push({ table: name, id: idOf(row), row });
        }
        last = idOf(rows.at(-1));
        if (rows.length < rowsAtOnce) break;
      }
    }
    return found;
  });
}

const idOf = (row: unknown) => String((row as { id?: unknown } | undefined)?.id ?? '');
