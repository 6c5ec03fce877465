import type { TableCell, TableRow } from './outline-node.ts';

/** HTML's limits for a cell's columns and rows. */
const maxColumns = 1000;
const maxRows = 65_534;
/** With more fields for each cell than this, nobody could read the table. */
const maxFieldsPerCell = 20;

/** Rows of the same length; null for a field in which no cell begins. */
export type TableGrid = (TableCell | null)[][];

/**
 * Puts the cells in their columns, each in the first of the fields that it spans. Columns in which
 * no cell begins are left out. Returns null for a grid that would be unreasonably large for its
 * cells.
 * @see https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
 */
export function tableGrid(rows: readonly TableRow[]): TableGrid | null {
  /** By column: how many more rows a cell from above takes. */
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
