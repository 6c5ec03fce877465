import { oneLine } from './title.ts';

/** Longer than any line of a list should be; hosts take 350 characters. */
const maxLength = 200;

/** Where a sentence ends and another begins: not behind `e.g.`, `v1.` or an initial. */
const sentenceEnd =
  /(?<=[\p{L}\p{N})\]]{2}[.!?])(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx)\.)\s+(?=\p{Lu})/u;

/** As many whole sentences as fit; of one that is too long, as many words. */
function cut(line: string): string {
  if (line.length <= maxLength) return line;
  let kept = '';
  for (const sentence of line.split(sentenceEnd)) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`;
    if (longer.length > maxLength) break;
    kept = longer;
  }
  if (kept !== '') return kept;
  const words = line.slice(0, maxLength).replace(/\s+\S*$/, '');
  return `${words.replace(/[\s,;:–—-]+$/, '')}…`;
}

/**
 * What a repository or package says it is, as one line behind its name in a list: `[name](url), what
 * it is`. Long ones are cut; a single sentence goes without its full stop, as the others in the list.
 */
export function summaryLine(description: string): string {
  const line = cut(oneLine(description));
  const isOne = line.split(sentenceEnd).length === 1;
  return isOne && /[^.\s]\.$/.test(line) && !/\b(?:etc|e\.g|i\.e|\p{Lu})\.$/u.test(line)
    ? line.slice(0, -1)
    : line;
}
