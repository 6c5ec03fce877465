import * as v from 'valibot';
import { type Item, ItemSchema, type Original, OriginalSchema } from '../core/post/item.ts';
import { type WrapUp, WrapUpSchema } from '../core/post/wrap-up.ts';
import type { Row } from './database.ts';
import type { ReportCorrupt } from './report-corrupt.ts';
import { StoreError } from './store-error.ts';

/** For writing: throws if a value does not match the schema, so that nothing broken is stored. */
function checked<T>(schema: v.GenericSchema<unknown, T>, record: T): T {
  const parsed = v.safeParse(schema, record);
  if (parsed.success) return parsed.output;
  throw new StoreError('storage-failed', new Error(v.summarize(parsed.issues)));
}

/** A record that is known to match its schema. */
export function withLive<T extends { deletedAt: string | null; tray?: unknown }>(
  record: T,
): Row<T> {
  return { ...record, live: record.deletedAt !== null ? 0 : record.tray === undefined ? 1 : 2 };
}

export const itemToRow = (item: Item): Row<Item> => withLive(checked(ItemSchema, item));
export const wrapUpToRow = (wrapUp: WrapUp) => withLive(checked(WrapUpSchema, wrapUp));
export const toOriginal = (original: Original) => checked(OriginalSchema, original);

/** For reading: returns undefined, and reports, if a value does not match the schema. */
export function fromRow<T>(
  table: string,
  schema: v.GenericSchema<unknown, T>,
  row: unknown,
  report: ReportCorrupt,
): T | undefined {
  if (row === undefined) return undefined;
  const parsed = v.safeParse(schema, row);
  if (parsed.success) return parsed.output;
  report(table, (row as { id?: unknown } | null)?.id, v.summarize(parsed.issues));
  return undefined;
}

export const isReadableItem = (row: unknown): boolean => v.is(ItemSchema, row);

export function itemsFromRows(rows: readonly unknown[], report: ReportCorrupt): Item[] {
  return rows
    .map((row) => fromRow('items', ItemSchema, row, report))
    .filter((item) => item !== undefined);
}

export function wrapUpsFromRows(rows: readonly unknown[], report: ReportCorrupt): WrapUp[] {
  return rows
    .map((row) => fromRow('wrapUps', WrapUpSchema, row, report))
    .filter((wrapUp) => wrapUp !== undefined);
}
