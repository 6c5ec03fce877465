import * as v from 'valibot';
import { ChangeSchema } from '../post/change.ts';
import { ItemSchema } from '../post/item.ts';
import { WrapUpSchema } from '../post/wrap-up.ts';
import { ReplacedPictureSchema } from './trash.ts';

/** Rows as they are stored, of every table that may name an asset. */
export interface AssetHolders {
  items?: Iterable<unknown>;
  wrapUps?: Iterable<unknown>;
  changes?: Iterable<unknown>;
  replacedPictures?: Iterable<unknown>;
}

const schemas = {
  items: ItemSchema,
  wrapUps: WrapUpSchema,
  changes: ChangeSchema,
  replacedPictures: ReplacedPictureSchema,
} as const;

/**
 * Returns the ids of every asset that some rows reach: pictures of clips, recordings' pictures,
 * whatever a step of a history would restore, and replaced pictures, from deleted records as well
 * as others. Anything that looks like an asset's id counts as one, wherever it is in a row: one too
 * many wastes some bytes, one too few loses a picture.
 * @returns undefined if a row does not parse: nobody knows what it reaches, so nothing may be
 * removed
 */
export function reachableAssets(rows: AssetHolders): Set<string> | undefined {
  const reached = new Set<string>();
  for (const [table, schema] of Object.entries(schemas)) {
    for (const row of rows[table as keyof AssetHolders] ?? []) {
      if (!v.is(schema, row)) return undefined;
      collect(row, reached);
    }
  }
  return reached;
}

const assetId = /^[0-9a-f]{64}$/;

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length === 64 && assetId.test(value)) into.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collect(each, into);
  }
}
