import { inlineMarkdown } from '../escape/inline-markdown.ts';
import type { Table, TableCell } from '../outline/outline-node.ts';
import { htmlTable } from '../sanitise.ts';
import { type Rule, setApart } from './rule.ts';

const alignments: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

const line = (fields: readonly string[]): string => `| ${fields.join(' | ')} |`;

const textOfCell = (cell: TableCell | null): string =>
  cell?.run ? inlineMarkdown(cell.run, 'cell') : '';

/** A pipe table (GFM); one without a header gets an empty one, which the form demands. */
function pipeTable({ grid, hasHeader }: Table): string {
  const texts = grid.map((row) => row.map(textOfCell));
  const header = hasHeader ? texts.shift() : grid[0]?.map(() => '');
  const aligned = grid.find((row) => !row.includes(null)) ?? grid[0] ?? [];
  const rules = aligned.map((cell) => alignments[cell?.facts.alignment ?? ''] ?? '---');
  return [header ?? [], rules, ...texts].map(line).join('\n');
}

export const table: Rule<'TABLE'> = {
  filter: 'TABLE',
  replacement(_content, node, options) {
    const text = node.isHtml
      ? htmlTable(node.source, { baseUrl: options.baseUrl })
      : pipeTable(node);
    return setApart(text, node);
  },
};
