import { scanBlocks } from '../markdown/blocks/scan.ts';

/**
 * Prepares the note-taker's Markdown as a piece of the post: without blank lines around it, and
 * with open fences or HTML blocks closed that would otherwise swallow what follows. Inside, nothing
 * changes.
 */
export function containBlocks(markdown: string): string {
  const lines = trimBlankLines(markdown).split('\n');
  const last = scanBlocks(lines).at(-1);
  if (last?.unclosed && last.containers.length === 0) lines.push(last.unclosed);
  return lines.join('\n');
}

/** Removes blank lines at both ends and white space at the end; line ends become `\n`. */
export function trimBlankLines(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** Indents all lines after the first, like the further lines of a list item. */
export function hangIndent(markdown: string, columns: number): string {
  return markdown.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}
