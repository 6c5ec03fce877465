import { inlineMarkdown } from '../escape/inline-markdown.ts';
import type { OutlineNode } from '../outline/outline-node.ts';
import { htmlTable } from '../sanitise.ts';
import { type Rule, setApart } from './rule.ts';

const rules: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

function rowText(cells: readonly string[], columns: number): string {
  const padded = [...cells];
  while (padded.length < columns) padded.push('');
  return `| ${padded.join(' | ')} |`;
}

const cellTexts = (row: OutlineNode): string[] =>
  row.childNodes.map((cell) => (cell.run ? inlineMarkdown(cell.run, 'cell') : ''));

/** A pipe table (GFM); one without a header gets an empty one, which the form demands. */
function pipeTable(rows: readonly OutlineNode[]): string {
  const columns = Math.max(...rows.map((row) => row.childNodes.length));
  const first = rows[0] as OutlineNode;
  const hasHeader = first.flag || first.childNodes.every((cell) => cell.flag);
  const header = hasHeader ? cellTexts(first) : [];
  const aligned = rows.find((row) => row.childNodes.length === columns)?.childNodes ?? [];
  const lines = [
    rowText(header, columns),
    rowText(
      aligned.map((cell) => rules[cell.text] ?? '---'),
      columns,
    ),
  ];
  for (const row of hasHeader ? rows.slice(1) : rows) lines.push(rowText(cellTexts(row), columns));
  return lines.join('\n');
}

export const table: Rule = {
  filter: 'TABLE',
  replacement(_content, node, options) {
    const rows = node.rows.filter((row) => row.childNodes.length > 0);
    if (!node.flag) return setApart(pipeTable(rows), node);
    options.announce?.('html-table');
    return setApart(node.source ? htmlTable(node.source, { baseUrl: options.baseUrl }) : '', node);
  },
};
