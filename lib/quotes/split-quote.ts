import { ok, type Result } from '../core/base/result.ts';
import { isSameList, placedWordsOf, wordsOf } from '../core/text/words.ts';
import { isIndivisible } from '../markdown/inline.ts';
import { type MarkdownBlock, readBlocks } from '../markdown/read.ts';
import { cutOut } from './cut.ts';
import { type Refusal, refuse } from './edit-outcome.ts';

export interface Halves {
  first: string;
  second: string;
}

/**
 * Splits a quote before the word at, or next after, a position. Divided emphasis and links are in
 * both halves, and so is the mark of a list in which the second half begins.
 */
export function splitAt(markdown: string, at: number): Result<Halves, Refusal> {
  const words = placedWordsOf(markdown);
  const place = words.findIndex((word) => word.end > at);
  const word = words[place];
  if (word === undefined || place === 0) return refuse('no-words-left');
  const leaves = readBlocks(markdown);
  const leafAt = leaves.findIndex((leaf) => word.start < leaf.end);
  const leaf = leaves[leafAt];
  if (leaf === undefined) return refuse('crossing');
  const isFirstWord = (words[place - 1]?.start ?? -1) < leaf.lineStart;
  if (!isFirstWord && !leaf.isProse) return refuse('in-block');
  const halves = isFirstWord
    ? { first: markdown.slice(0, leaf.lineStart), second: markdown.slice(leaf.lineStart) }
    : splitInside(markdown, leaf, { words, place, start: word.start });
  const first = halves.first.trimEnd();
  const second = outdented(halves.second.replace(/^\s*\n/, '').trimEnd());
  const [before, after] = [wordsOf(first), wordsOf(second)];
  const isWhole = isSameList(
    [...before, ...after],
    words.map(({ text }) => text),
  );
  return isWhole && before.length > 0 && after.length > 0
    ? ok({ first, second })
    : refuse('crossing');
}

function splitInside(
  markdown: string,
  leaf: MarkdownBlock,
  {
    words,
    place,
    start,
  }: { words: ReturnType<typeof placedWordsOf>; place: number; start: number },
): Halves {
  const spans = leaf.spans;
  // Opening punctuation belongs to the word after it.
  const opening = /[([{"'“‘«„¿¡]*$/.exec(markdown.slice(leaf.start, start))?.[0].length ?? 0;
  let at = start - opening;
  for (const span of spans) {
    if (isIndivisible(span) && span.start < at && at < span.end) at = span.start;
  }
  const selected = { words, from: place, to: place, range: { start: at, end: at } };
  const { left, right } = cutOut(markdown, selected, spans, { from: 0, to: markdown.length });
  return { first: left, second: markdown.slice(leaf.lineStart, leaf.start) + right.trimStart() };
}

/**
 * Removes the indentation of the first line, or of all if others have it, too, because it would
 * turn them into code.
 */
function outdented(markdown: string): string {
  const indent = /^[ \t]*/.exec(markdown)?.[0] ?? '';
  if (indent === '') return markdown;
  return markdown
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}
