import { inlineMarkdown } from '../escape/inline-markdown.ts';
import type { TableRow } from '../outline/outline-node.ts';
import { htmlTable } from '../sanitise.ts';
import { type Rule, setApart } from './rule.ts';

const rules: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

function rowText(cells: readonly string[], columns: number): string {
  const padded = [...cells];
  while (padded.length < columns) padded.push('');
  return `| ${padded.join(' | ')} |`;
}

const cellTexts = (row: TableRow): string[] =>
  row.cells.map((cell) => (cell.run ? inlineMarkdown(cell.run, 'cell') : ''));

/** A pipe table (GFM); one without a header gets an empty one, which the form demands. */
function pipeTable(rows: readonly TableRow[]): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const first = rows[0] as TableRow;
  const hasHeader = first.isInHead || first.cells.every(({ facts }) => facts.isHeader);
  const header = hasHeader ? cellTexts(first) : [];
  const aligned = rows.find((row) => row.cells.length === columns)?.cells ?? [];
  const lines = [
    rowText(header, columns),
    rowText(
      aligned.map((cell) => rules[cell.facts.alignment] ?? '---'),
      columns,
    ),
  ];
  for (const row of hasHeader ? rows.slice(1) : rows) lines.push(rowText(cellTexts(row), columns));
  return lines.join('\n');
}

export const table: Rule<'TABLE'> = {
  filter: 'TABLE',
  replacement(_content, node, options) {
    const rows = node.rows.filter((row) => row.cells.length > 0);
    if (!node.isHtml) return setApart(pipeTable(rows), node);
    options.announce?.('html-table');
    return setApart(htmlTable(node.source, { baseUrl: options.baseUrl }), node);
  },
};
