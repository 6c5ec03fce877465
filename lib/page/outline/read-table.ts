import { cellRun } from './cell-run.ts';
import { classTest } from './class-test.ts';
import {
  isList,
  type OutlineName,
  type OutlineNode,
  type Table,
  type TableCell,
  type TableRow,
} from './outline-node.ts';
import { tableGrid } from './table-grid.ts';

const has = (block: OutlineNode, names: ReadonlySet<OutlineName>): boolean =>
  block.childNodes.some((child) => names.has(child.nodeName) || has(child, names));
const hasPartOfTable = (block: OutlineNode): boolean =>
  block.childNodes.some((child) => child.standsFor !== null || hasPartOfTable(child));
const pageParts = new Set<OutlineName>(['TABLE', 'H1', 'HR']);
const longParts = new Set<OutlineName>(['UL', 'OL', 'PRE']);
/** Blocks that are more than lines in a cell of HTML. */
const cellBlocks = new Set<OutlineName>(['UL', 'OL', 'PRE', 'TABLE', 'BLOCKQUOTE']);

export type TableKind =
  /** A Markdown table. */
  | 'pipes'
  /** Long texts in cells, some of which span others: paragraphs are better than pipes. */
  | 'prose'
  /** Not a real table, but one used for the page's layout. */
  | 'layout';

/** LaTeXML lays out equations in tables. */
const equationClass = /(?:^|\s)ltx_eqn_(?:table|gather|align)/;

/** DocBook lays out notes in tables. */
const noteSummary = /^(?:note|tip|important|warning|caution)$/i;

/** True for a table that is declared to be a layout. */
export function isLayoutTable(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  if (noteSummary.test(element.getAttribute('summary') ?? '')) return true;
  return equationClass.test(element.getAttribute('class') ?? '');
}

/** Classes that authors give to header cells and rows instead of using `th`. */
const hasHeaderClass = classTest(
  /(?:^|[\s_-])(?:th|t?head|header|heading|table-?head(?:er)?|header-?(?:row|cell)|head-?row|col(?:umn)?-?head(?:er)?)(?:$|[\s_-])/i,
);

/**
 * True for a cell that names its column or row: by its element, its role, its position, or its
 * class.
 */
export function isHeaderCell(cell: Element): boolean {
  if (cell.localName === 'th') return true;
  const role = cell.getAttribute('role');
  if (role === 'columnheader' || role === 'rowheader') return true;
  const row = cell.parentElement;
  if (row?.parentElement?.localName === 'thead') return true;
  if (hasHeaderClass(cell.getAttribute('class') ?? '')) return true;
  return hasHeaderClass(row?.getAttribute('class') ?? '') && !row?.previousElementSibling;
}

/** Sorts the rows as a browser shows them: those of a head first, those of a foot last. */
export function orderRows(table: Table): void {
  const place = { head: 0, body: 1, foot: 2 };
  table.rows.sort((one, other) => place[one.section] - place[other.section]);
}

const isPlain = (block: OutlineNode): boolean =>
  block.nodeName === 'P' || isList(block) || block.nodeName === 'PRE';

/** Longer than the usual content of a table's fields. */
const longCell = 300;

function holdsProse(table: Table): boolean {
  return table.rows.some(({ cells }) => cells.some(isProse));
}

function isProse({ childNodes }: TableCell): boolean {
  if (!childNodes.every(isPlain)) return true;
  return childNodes.some((child) => {
    if (child.nodeName !== 'P') return false;
    const { tokens } = child.run;
    return (
      tokens.reduce((sum, token) => sum + ('text' in token ? token.text.length : 0), 0) > longCell
    );
  });
}

export function tableKind(table: Table, element: Element): TableKind {
  const { rows } = table;
  const cells = rows.flatMap((row) => row.cells);
  if (isLayoutTable(element)) return 'layout';
  if (cells.some(({ facts }) => facts.isHeader)) return 'pipes';
  // All cells except one only fill space.
  if (cells.filter((cell) => cell.childNodes.length > 0).length < 2) return 'layout';
  const longest = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
  if (longest < 2) return 'layout';
  // A single row is a page in columns if lists or code are side by side.
  const isColumns = cells.length < 2 || cells.some((cell) => has(cell, longParts));
  if (rows.length === 1 && isColumns) return 'layout';
  if (cells.some((cell) => has(cell, pageParts))) return 'layout';
  if (rows.length === 1 && element.querySelector('math[display="block"]')) return 'layout';
  const spans = cells.some(({ facts }) => facts.columns > 1 || facts.rows > 1);
  if (!spans) return 'pipes';
  return holdsProse(table) ? 'prose' : 'pipes';
}

/** True if pipes can't express the whole table: cells span others, or contain blocks. */
export function losesForm(table: Table): boolean {
  return table.rows.some(({ cells }) =>
    cells.some(
      (cell) =>
        cell.facts.columns > 1 ||
        cell.facts.rows !== 1 ||
        has(cell, cellBlocks) ||
        hasPartOfTable(cell),
    ),
  );
}

/** Puts the cells in their columns. Returns false if the table is unreasonably large. */
export function fillGrid(table: Table): boolean {
  const rows = table.rows.filter(({ cells }) => cells.length > 0);
  const grid = tableGrid(rows);
  if (!grid) return false;
  for (const { cells } of rows) for (const cell of cells) cell.run = cellRun(cell);
  table.grid = grid;
  table.hasHeader = isHeaderRow(rows[0]);
  return true;
}

/** True for a row of headers; the corner above row headers may be empty. */
function isHeaderRow(row: TableRow | undefined): boolean {
  if (!row || row.cells.length === 0) return false;
  if (row.section === 'head') return true;
  const headers = row.cells.filter(({ facts }) => facts.isHeader);
  const rest = row.cells.filter(({ facts }) => !facts.isHeader);
  return headers.length >= rest.length && rest.every(({ run }) => run?.isBlank);
}

/** Returns `left`, `center` or `right` from the cell; '' if it does not say. */
export function cellAlignment(cell: Element): string {
  const style = cell.getAttribute('style');
  const written =
    cell.getAttribute('align') ?? (style && /text-align\s*:\s*(\w+)/i.exec(style)?.[1]);
  return written?.toLowerCase() ?? '';
}
