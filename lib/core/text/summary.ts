import { oneLine } from './title.ts';

/** Longer than any line of a list should be; hosts take 350 characters. */
const maxLength = 200;

/** Where one sentence ends and another begins, but not after `e.g.`, `v1.` or an initial. */
const sentenceEnd =
  /(?<=[\p{L}\p{N})\]]{2}[.!?])(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx)\.)\s+(?=\p{Lu})/u;

/** Keeps as many whole sentences as fit; of a sentence that is too long, as many words. */
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
 * Returns how a repository or package describes itself, as one line after its name in a list:
 * `[name](url), what it is`. Long texts are cut; a single sentence loses its full stop, like the
 * others in the list.
 */
export function summaryLine(description: string): string {
  const line = cut(oneLine(description));
  const isOne = line.split(sentenceEnd).length === 1;
  return isOne && /[^.\s]\.$/.test(line) && !/\b(?:etc|e\.g|i\.e|\p{Lu})\.$/u.test(line)
    ? line.slice(0, -1)
    : line;
}
