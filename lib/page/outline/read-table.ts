import { InlineRun, type Mark, type Token } from './inline-run.ts';
import {
  isList,
  type OutlineName,
  type OutlineNode,
  type Table,
  type TableCell,
} from './outline-node.ts';

const htmlMark = (value: string): Mark => ({ kind: 'html', value, title: '' });

/**
 * Collects what stands in a cell as one run, its blocks set apart by line breaks; lists and code
 * stand in the HTML elements that they are.
 */
function cellRun(cell: TableCell): InlineRun {
  const run = new InlineRun();
  const stack: (OutlineNode | Token)[] = [...cell.childNodes].reverse();
  let isApart = true;
  const tag = (type: 'open' | 'close', mark: Mark): void => {
    run.tokens.push({ type, mark });
    isApart = true;
  };
  const content = (): void => {
    if (!isApart) run.addBreak();
    isApart = false;
  };
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('type' in node) {
      run.tokens.push(node);
      isApart = true;
    } else if (node.nodeName === 'P' || node.nodeName === 'H1') {
      content();
      for (const token of node.run.tokens) run.tokens.push(token);
      run.hasCode ||= node.run.hasCode;
    } else if (node.nodeName === 'PRE') {
      const mark = htmlMark('pre');
      tag('open', mark);
      node.text.split('\n').forEach((line, index) => {
        if (index > 0) run.tokens.push({ type: 'text', text: '\n' });
        if (line !== '') run.addCode(line, []);
      });
      tag('close', mark);
    } else {
      const name = node.nodeName.toLowerCase();
      if (isList(node) || node.nodeName === 'LI') {
        const mark = htmlMark(name);
        // Where HTML is left out, as Hugo does unless told otherwise, words stay apart.
        if (name === 'li') run.tokens.push({ type: 'text', text: ' ' });
        tag('open', mark);
        stack.push({ type: 'close', mark });
      }
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        stack.push(node.childNodes[at] as OutlineNode);
      }
    }
  }
  return run;
}

const has = (block: OutlineNode, names: ReadonlySet<OutlineName>): boolean =>
  block.childNodes.some((child) => names.has(child.nodeName) || has(child, names));
const tables = new Set<OutlineName>(['TABLE']);
const pageParts = new Set<OutlineName>(['TABLE', 'H1', 'HR']);
const longParts = new Set<OutlineName>(['UL', 'OL', 'PRE']);

export type TableKind =
  /** As a pipe table. */
  | 'pipes'
  /** Cells span rows or columns: only HTML can say it. */
  | 'html'
  /** Not a table, but a page laid out by one. */
  | 'layout';

/** LaTeXML sets equations in tables. */
const equationClass = /(?:^|\s)ltx_eqn_(?:table|gather|align)/;

/** DocBook sets notes in tables. */
const noteSummary = /^(?:note|tip|important|warning|caution)$/i;

/** A table that is declared to be none. */
export function isLayoutTable(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  if (noteSummary.test(element.getAttribute('summary') ?? '')) return true;
  return equationClass.test(element.getAttribute('class') ?? '');
}

export function tableKind(table: Table, element: Element): TableKind {
  const { rows } = table;
  const cells = rows.flatMap((row) => row.cells);
  if (isLayoutTable(element)) return 'layout';
  const hasHeader = cells.some(({ facts }) => facts.isHeader);
  if (!hasHeader) {
    // One row is a page in columns where there is but one, or lists or code are side by side.
    const isColumns = cells.length < 2 || cells.some((cell) => has(cell, longParts));
    if (rows.length === 1 && isColumns) return 'layout';
    if (cells.some((cell) => has(cell, pageParts))) return 'layout';
  }
  if (
    cells.some(({ facts }) => facts.columns > 1 || facts.rows > 1) ||
    cells.some((cell) => has(cell, tables))
  )
    return 'html';
  return 'pipes';
}

export function fillCells(table: Table): void {
  for (const row of table.rows) {
    for (const cell of row.cells) {
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
