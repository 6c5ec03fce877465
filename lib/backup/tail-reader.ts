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

/** Undefined for what is none; a line that cannot be read is left out. */
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

/** Lines of JSON, each with the table that its row is of; one that is none is left out. */
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
    // A line that was cut off is none; nobody can do anything about it.
    return undefined;
  }
}

/** A row of the tail as it may be stored; undefined if it does not parse. */
export function tailRow<T extends TailTable>(table: T, row: unknown): LibraryRow<T> | undefined {
  try {
    return parseRow(table, JSON.stringify(row));
  } catch {
    // As it is stored it cannot be read either; the page of what is stored shows those.
    return undefined;
  }
}
