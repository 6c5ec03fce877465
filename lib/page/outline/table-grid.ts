import type { TableCell, TableRow } from './outline-node.ts';

/** HTML allows no more columns and rows to a cell. */
const maxColumns = 1000;
const maxRows = 65_534;
/** More fields for a cell than this, and the table is no table that anybody could read. */
const maxFieldsPerCell = 20;

/** Rows of the same length; null for a field that no cell begins in. */
export type TableGrid = (TableCell | null)[][];

/**
 * The cells in their columns, each in the first of the fields that it spans. Columns in which no
 * cell begins are left out. Returns null for a grid that would be out of all proportion to its cells.
 * @see https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
 */
export function tableGrid(rows: readonly TableRow[]): TableGrid | null {
  /** By column: how many rows more are taken from above. */
  const taken: number[] = [];
  const begins: boolean[] = [];
  const placed: Map<number, TableCell>[] = [];
  let count = 0;
  for (const { cells } of rows) {
    const row = new Map<number, TableCell>();
    const next: number[] = [];
    let column = 0;
    for (const cell of cells) {
      while ((taken[column] ?? 0) > 0) column++;
      if (column >= maxColumns) return null;
      row.set(column, cell);
      begins[column] = true;
      count++;
      const width = Math.min(cell.facts.columns, maxColumns - column);
      // 0: to the end of the table's section.
      const height = cell.facts.rows === 0 ? maxRows : Math.min(cell.facts.rows, maxRows);
      if (height > 1) next.push(column, width, height);
      column += width;
    }
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, (taken[at] ?? 0) - 1);
    for (let at = 0; at < next.length; at += 3) {
      const [from = 0, width = 0, height = 0] = next.slice(at, at + 3);
      for (let each = from; each < from + width; each++) taken[each] = height - 1;
    }
    placed.push(row);
  }
  const columns = [...begins.keys()].filter((column) => begins[column]);
  const fields = columns.length * rows.length;
  if (fields > 1000 && fields > count * maxFieldsPerCell) return null;
  return placed.map((row) => columns.map((column) => row.get(column) ?? null));
}
