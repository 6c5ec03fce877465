import { scanBlocks } from './blocks/scan.ts';

/** A paragraph of fewer lines takes no time that anyone would notice. */
const fewestLines = 200;

/** Begins like the words of a paragraph, and like nothing else that Markdown knows. */
const isPlain = (line: string): boolean =>
  /^[^\s=|:+*#>~`<[\d_-]/.test(line) && !line.includes('|');

/**
 * Writes the marks of quotes and list items before the lines of a long paragraph that continue it
 * without them. It means the same (CommonMark 5.1, laziness). micromark (4.0.2) goes back over all
 * that it knows of the paragraph for each such line: 20,000 of them take it 13 times as long.
 */
export function markLazyLines(markdown: string, fewest = fewestLines): string {
  const lines = markdown.split('\n');
  if (lines.length < fewest || markdown.includes('\r')) return markdown;
  let isChanged = false;
  for (const { kind, containers, firstLine, starts } of scanBlocks(lines)) {
    if (kind !== 'paragraph' || containers.length === 0 || starts.length < fewest) continue;
    const marks = containers
      .map((each) => (each.type === 'quote' ? '> ' : ' '.repeat(each.indent)))
      .join('');
    for (const [at, start] of starts.entries()) {
      const line = lines[firstLine + at]?.slice(start) ?? '';
      if (at === 0) continue;
      // From here on, micromark may see another block.
      if (!isPlain(line)) break;
      lines[firstLine + at] = marks + line;
      isChanged = true;
    }
  }
  return isChanged ? lines.join('\n') : markdown;
}
