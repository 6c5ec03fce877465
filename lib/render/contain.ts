import { scanBlocks } from '../markdown/blocks/scan.ts';

/**
 * The note-taker's Markdown as a piece of the post: without blank lines around it, and with any
 * fence or HTML block closed that would otherwise swallow what follows. Inside, nothing changes.
 */
export function containBlocks(markdown: string): string {
  const lines = trimBlankLines(markdown).split('\n');
  const last = scanBlocks(lines).at(-1);
  if (last?.unclosed && last.containers.length === 0) lines.push(last.unclosed);
  return lines.join('\n');
}

/** Without blank lines at either end and without white space at the end; line ends become `\n`. */
export function trimBlankLines(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** Indents all lines after the first, as the further lines of a list item. */
export function hangIndent(markdown: string, columns: number): string {
  return markdown.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}
