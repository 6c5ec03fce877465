import { InlineRun } from './inline-run.ts';
import { isList, type OutlineNode, type TableCell } from './outline-node.ts';

const bullets = ['•', '◦', '▪'];

/**
 * Converts a cell's content to one run. Blocks, list items and lines of code are separated by line
 * breaks; items get their bullets and numbers, so that they stay separate if line breaks, which are
 * HTML in a cell, are left out. The cells of a table inside it become a line for each row.
 */
export function cellRun(cell: TableCell): InlineRun {
  const run = new InlineRun();
  /** What an item begins with, until its first content is written. */
  let label = '';
  const begin = (): void => {
    if (label === '') run.addBreak();
    else run.tokens.push({ type: 'text', text: label });
    label = '';
  };
  const openItem = (bullet: string): void => {
    if (label === '') run.addBreak();
    label += `${bullet} `;
  };
  const blocks = (nodes: readonly OutlineNode[], depth: number): void => {
    for (const node of nodes) block(node, depth);
  };
  const block = (node: OutlineNode, depth: number): void => {
    switch (node.nodeName) {
      case 'P':
      case 'H1':
        if (node.run.isEmpty) return;
        begin();
        for (const token of node.run.tokens) run.tokens.push(token);
        run.hasCode ||= node.run.hasCode;
        run.hasHtml ||= node.run.hasHtml;
        return;
      case 'PRE':
        begin();
        node.text.split('\n').forEach((line, index) => {
          if (index > 0) run.addBreak();
          if (line !== '') run.addCode(line, []);
        });
        return;
      case 'TABLE':
        for (const { cells } of node.rows) {
          const filled = cells.filter(({ run: inner }) => inner && !inner.isEmpty);
          if (filled.length === 0) continue;
          begin();
          filled.forEach(({ run: inner }, index) => {
            if (index > 0) run.tokens.push({ type: 'text', text: ' · ' });
            for (const token of inner?.tokens ?? []) run.tokens.push(token);
            run.hasCode ||= inner?.hasCode ?? false;
            run.hasHtml ||= inner?.hasHtml ?? false;
          });
        }
        return;
    }
    if (!isList(node)) {
      blocks(node.childNodes, depth);
      return;
    }
    for (const item of node.childNodes) {
      const bullet = bullets[Math.min(depth, bullets.length - 1)] as string;
      const number = node.nodeName === 'OL' ? `${item.number}.` : bullet;
      openItem(number);
      blocks(item.childNodes, depth + 1);
      if (label !== '') begin();
    }
  };
  blocks(cell.childNodes, 0);
  return run;
}
