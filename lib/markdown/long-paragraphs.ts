import { scanBlocks } from './blocks/scan.ts';

/** A paragraph of fewer lines takes no time that anyone would notice. */
const fewestLines = 200;
/** Nobody writes a longer one. */
const mostLines = 5_000;

/** Begins like the words of a paragraph, and like nothing else that Markdown knows. */
const isPlain = (line: string): boolean =>
  /^[^\s=|:+*#>~`<[\d_-]/.test(line) && !line.includes('|');

/**
 * Rewrites long paragraphs so that micromark (4.0.3) reads them in a time proportional to their
 * length, without losing a word. It goes back over all that it knows of a paragraph for each line
 * that continues it without the marks of its quotes and list items (20,000 of them take 13 times as
 * long), so these get their marks, which means the same (CommonMark 5.1, laziness). Of 40,000 lines
 * it takes five times as long for one paragraph as for eight, so such a paragraph is split.
 */
export function easeLongParagraphs(
  markdown: string,
  { fewest = fewestLines, most = mostLines } = {},
): string {
  const lines = markdown.split('\n');
  if (lines.length < fewest || markdown.includes('\r')) return markdown;
  let isChanged = false;
  for (const { kind, containers, firstLine, starts } of scanBlocks(lines)) {
    if (kind !== 'paragraph' || starts.length < (containers.length > 0 ? fewest : most)) continue;
    const marks = containers
      .map((each) => (each.type === 'quote' ? '> ' : ' '.repeat(each.indent)))
      .join('');
    for (const [at, start] of starts.entries()) {
      const line = lines[firstLine + at]?.slice(start) ?? '';
      if (at === 0) continue;
      // From here on, micromark may see another block.
      if (!isPlain(line)) break;
      lines[firstLine + at] = (at % most === 0 ? `${marks.trimEnd()}\n` : '') + marks + line;
      isChanged = true;
    }
  }
  return isChanged ? lines.join('\n') : markdown;
}
