import * as v from 'valibot';
import { LibraryMarkSchema } from '../core/library/library-mark.ts';
import type { LibraryRow } from './library-format.ts';
import { parseRow } from './library-reader.ts';
import { type TailPart, type TailTable, tailTables } from './tail-format.ts';

const HeadSchema = v.object({
  id: LibraryMarkSchema.entries.id,
  writes: v.array(LibraryMarkSchema.entries.writes),
});
const LineSchema = v.object({
  n: LibraryMarkSchema.entries.writes,
  table: v.picklist(tailTables),
  key: v.string(),
  row: v.optional(v.unknown()),
});

/** Undefined if it is no tail; an unreadable line is left out. */
export function readTail(text: string): TailPart | undefined {
  const [first = '', ...rest] = text.split('\n');
  const head = v.safeParse(HeadSchema, parseJson(first));
  if (!head.success) return undefined;
  const lines = rest.flatMap((line) => {
    const parsed = v.safeParse(LineSchema, parseJson(line));
    return parsed.success ? [parsed.output] : [];
  });
  return { ...head.output, lines };
}

/** Parses lines of JSON, each with the table of its row; other lines are left out. */
export function readLines(text: string): { table: string; row: unknown }[] {
  return text.split('\n').flatMap((line) => {
    const { table, row } = (parseJson(line) ?? {}) as { table?: unknown; row?: unknown };
    return typeof table === 'string' ? [{ table, row }] : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line that was cut off is unreadable, and nothing can be done about it.
    return undefined;
  }
}

/** Returns a row of the tail in its stored form; undefined if it does not parse. */
export function tailRow<T extends TailTable>(table: T, row: unknown): LibraryRow<T> | undefined {
  try {
    return parseRow(table, JSON.stringify(row));
  } catch {
    // The stored row is unreadable, too; the page of stored data lists such rows.
    return undefined;
  }
}
