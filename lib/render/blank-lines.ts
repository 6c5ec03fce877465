import { scanBlocks } from '../markdown/blocks/scan.ts';

/** Missing parts leave blank lines behind; code keeps its own. */
export function collapseBlankLines(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const inLeaf = new Set<number>();
  for (const { firstLine, starts } of scanBlocks(lines)) {
    starts.forEach((_, i) => void inLeaf.add(firstLine + i));
  }
  const kept = lines.filter((line, i) => {
    const blank = line.trim() === '' && !inLeaf.has(i);
    return !blank || (i > 0 && (lines[i - 1]?.trim() !== '' || inLeaf.has(i - 1)));
  });
  return kept.join('\n').trim();
}
