import * as v from 'valibot';
import { type Item, ItemSchema, inboxId } from '../../core/post/item.ts';
import { type WrapUp, WrapUpSchema } from '../../core/post/wrap-up.ts';
import type { StoredRows } from './take-snapshot.ts';

/** Bytes of one piece, and the largest number of pieces. */
export const wordsLimits = { piece: 1_000_000, pieces: 20 } as const;

/**
 * The words and their order, newest wrap-ups first, as JSON lines; what does not fit is counted.
 */
export interface WordsOnly {
  pieces: string[];
  wrapUps: number;
  items: number;
  /** Wrap-ups that are left out, whole or in part. */
  leftOut: number;
}

interface WordsSource extends Pick<StoredRows, 'rows'> {
  itemsOf(wrapUpId: string): Promise<unknown[]>;
}

/**
 * Returns the words without originals, pictures, history and the places of quotes in their pages.
 */
export async function collectWords(
  stored: WordsSource,
  { piece, pieces: most }: { piece: number; pieces: number } = wordsLimits,
): Promise<WordsOnly> {
  const wrapUps: WrapUp[] = [];
  for await (const rows of stored.rows('wrapUps')) wrapUps.push(...parsed(WrapUpSchema, rows));
  wrapUps.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const words: WordsOnly = { pieces: [''], wrapUps: 0, items: 0, leftOut: 0 };
  let length = 0;
  const add = (line: string): boolean => {
    const bytes = new TextEncoder().encode(line).length + 1;
    if (bytes > piece) return false;
    if (length + bytes > piece) {
      if (words.pieces.length === most) return false;
      words.pieces.push('');
      length = 0;
    }
    length += bytes;
    words.pieces[words.pieces.length - 1] += `${line}\n`;
    return true;
  };
  for await (const rows of stored.rows('settings')) {
    for (const row of rows) add(JSON.stringify({ table: 'settings', row }));
  }
  for (const place of [...wrapUps, undefined]) {
    let isWhole = place === undefined || add(JSON.stringify({ table: 'wrapUps', row: place }));
    if (place && isWhole) words.wrapUps++;
    const items = isWhole ? await stored.itemsOf(place?.id ?? inboxId) : [];
    for (const row of parsed(ItemSchema, items)) {
      if (add(JSON.stringify({ table: 'items', row: withoutSelectors(row) }))) words.items++;
      else isWhole = false;
    }
    if (!isWhole) words.leftOut++;
  }
  return words;
}

/** Returns those that can be read. */
function parsed<T>(schema: v.GenericSchema<unknown, T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const each = v.safeParse(schema, row);
    return each.success ? [each.output] : [];
  });
}

function withoutSelectors(item: Item): Item {
  return 'source' in item ? { ...item, source: { ...item.source, selectors: [] } } : item;
}
