import { type InlineForm, inlineMarkdown } from '../escape/inline-markdown.ts';
import type { Table, TableCell } from '../outline/outline-node.ts';
import { htmlTable } from '../sanitise.ts';
import { type Rule, setApart } from './rule.ts';

const alignments: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

const line = (fields: readonly string[]): string => `| ${fields.join(' | ')} |`;

const textOfCell = (cell: TableCell | null, form: InlineForm): string =>
  cell?.run ? inlineMarkdown(cell.run, 'cell', form) : '';

/** Writes a pipe table (GFM); one without a header gets an empty one, which the format requires. */
function pipeTable({ grid, hasHeader }: Table, form: InlineForm): string {
  const texts = grid.map((row) => row.map((cell) => textOfCell(cell, form)));
  const header = hasHeader ? texts.shift() : grid[0]?.map(() => '');
  const aligned = grid.find((row) => !row.includes(null)) ?? grid[0] ?? [];
  const rules = aligned.map((cell) => alignments[cell?.facts.alignment ?? ''] ?? '---');
  return [header ?? [], rules, ...texts].map(line).join('\n');
}

export const table: Rule<'TABLE'> = {
  filter: 'TABLE',
  replacement(_content, node, options) {
    const text = node.isHtml
      ? htmlTable(node.source, { baseUrl: options.baseUrl, isClean: options.isClean })
      : pipeTable(node, options.form);
    return setApart(text, node);
  },
};
