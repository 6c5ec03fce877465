import {
  append,
  type Container,
  isList,
  type Main,
  type OutlineNode,
  type Table,
} from './outline-node.ts';

/**
 * Turns tables that lose their form in Markdown's pipes or paragraphs into HTML tables. Returns
 * whether there are any, or anything else that only HTML can express; without any, the outline is
 * unchanged. It does not recurse.
 */
export function inHtmlForm(outline: Main): boolean {
  let hasAny = false;
  const pending: OutlineNode[] = [outline];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isList(node)) {
      // Its neighbours, or its content, may be another block now.
      node.marker = '';
      node.isTight = undefined;
    }
    const blocks: readonly OutlineNode[] = node.childNodes;
    if (blocks.some(hasHtmlForm)) {
      hasAny = true;
      node.childNodes = [];
      let before: Table | null = null;
      for (const block of blocks) {
        const table = htmlForm(block);
        if (table === null || table !== before) append(node as Container, table ?? block);
        if (table) table.isHtml = true;
        before = table;
      }
    }
    if (holdsHtml(node)) hasAny = true;
    for (const block of node.childNodes) pending.push(block);
  }
  return hasAny;
}

/** Keys, and what is above or below the line. */
function holdsHtml(node: OutlineNode): boolean {
  if (node.nodeName === 'P' || node.nodeName === 'H1') return node.run.hasHtml;
  if (node.nodeName !== 'TABLE') return false;
  return node.grid.some((row) => row.some((cell) => cell?.run?.hasHtml));
}

/** Returns the table that replaces the block. */
function htmlForm(block: OutlineNode): Table | null {
  return block.standsFor ?? (block.nodeName === 'TABLE' && block.losesForm ? block : null);
}

const hasHtmlForm = (block: OutlineNode): boolean => htmlForm(block) !== null;
