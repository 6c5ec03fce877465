import { type Container, type Leaf, scanBlocks } from '../markdown/blocks/scan.ts';
import { fillParagraph } from './fill.ts';

/**
 * Wraps the prose of a Markdown text at a column: paragraphs, also those in block quotes and list
 * items, are broken again at white space; everything else keeps its lines. The rendered text stays
 * the same, and wrapping again changes nothing.
 *
 * A line is longer if a break would change the meaning: inside code spans, link destinations and
 * tags, before a word that would begin a block, and in text without spaces (in Chinese or Japanese,
 * too: a line break renders as a space). From the first footnote's text on nothing is wrapped.
 * @param column the last column that a line may reach, markers and indentation included; wide
 * characters count two; 0 returns the text unchanged
 */
export function wrapMarkdown(text: string, column: number): string {
  if (column <= 0) return text;
  const lines = text.split(/\r\n|[\r\n]/);
  const out: string[] = [];
  let next = 0;
  for (const leaf of scanBlocks(lines)) {
    if (leaf.kind === 'footnote') break;
    if (leaf.kind !== 'paragraph') continue;
    const filled = wrapLeaf(leaf, lines, column);
    if (!filled) continue;
    while (next < leaf.firstLine) out.push(lines[next++] ?? '');
    for (const line of filled) out.push(line);
    next = leaf.firstLine + leaf.starts.length;
  }
  while (next < lines.length) out.push(lines[next++] ?? '');
  return out.join('\n');
}

function wrapLeaf(leaf: Leaf, lines: readonly string[], column: number) {
  const content = leaf.starts.map((start, i) => (lines[leaf.firstLine + i] ?? '').slice(start));
  const first = (lines[leaf.firstLine] ?? '').slice(0, leaf.starts[0]);
  const further = leaf.containers.map(continuation).join('');
  return fillParagraph(content, { first, further }, column);
}

function continuation(container: Container): string {
  return container.type === 'quote' ? '> ' : ' '.repeat(container.indent);
}
