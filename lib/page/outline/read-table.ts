import { InlineRun } from './inline-run.ts';
import type { OutlineNode } from './outline-node.ts';

/** Collects what stands in a cell as one run, its blocks set apart by line breaks. */
function cellRun(cell: OutlineNode): InlineRun {
  const run = new InlineRun();
  const stack: OutlineNode[] = [...cell.childNodes].reverse();
  const apart = (): void => run.addBreak();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.run) {
      apart();
      for (const token of node.run.tokens) run.tokens.push(token);
      run.hasCode ||= node.run.hasCode;
    } else if (node.nodeName === 'PRE') {
      for (const line of node.text.split('\n')) {
        apart();
        if (line !== '') run.addCode(line, []);
      }
    } else {
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        stack.push(node.childNodes[at] as OutlineNode);
      }
    }
  }
  return run;
}

const has = (cell: OutlineNode, names: ReadonlySet<string>): boolean =>
  cell.childNodes.some((child) => names.has(child.nodeName));
const tables = new Set(['TABLE', 'FIGURE']);
const pageParts = new Set(['TABLE', 'FIGURE', 'H1', 'HR']);

export type TableKind =
  /** As a pipe table. */
  | 'pipes'
  /** Cells span rows or columns: only HTML can say it. */
  | 'html'
  /** Not a table, but a page laid out by one. */
  | 'layout';

/** LaTeXML sets equations in tables. */
const equationClass = /(?:^|\s)ltx_eqn_(?:table|gather|align)/;

/** A table that is declared to be none. */
export function isLayoutTable(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  return equationClass.test(element.getAttribute('class') ?? '');
}

export function tableKind(table: OutlineNode, element: Element): TableKind {
  const rows = table.childNodes;
  const cells = rows.flatMap((row) => row.childNodes);
  if (isLayoutTable(element)) return 'layout';
  const hasHeader = cells.some((cell) => cell.flag);
  if (!hasHeader) {
    if (rows.length === 1 && (rows[0]?.childNodes.length ?? 0) < 2) return 'layout';
    if (cells.some((cell) => has(cell, pageParts))) return 'layout';
  }
  if (cells.some((cell) => cell.number > 1 || cell.rowSpan > 1 || has(cell, tables))) return 'html';
  return 'pipes';
}

export function fillCells(table: OutlineNode): void {
  for (const row of table.childNodes) {
    for (const cell of row.childNodes) {
      cell.run = cellRun(cell);
      cell.childNodes = [];
    }
  }
}

/** `left`, `center` or `right` as the cell says; '' where it says nothing. */
export function cellAlignment(cell: Element): string {
  const style = cell.getAttribute('style');
  const written =
    cell.getAttribute('align') ?? (style && /text-align\s*:\s*(\w+)/i.exec(style)?.[1]);
  return written?.toLowerCase() ?? '';
}
