import { ok, type Result } from '../core/base/result.ts';
import { type PlacedWord, placedWordsOf } from '../core/text/words.ts';
import { isIndivisible, type Span } from '../markdown/inline.ts';
import { type MarkdownBlock, readBlocks } from '../markdown/read.ts';
import { type Refusal, refuse, type Selection } from './edit-outcome.ts';

/** The words that a selection touches. */
export interface SelectedWords {
  words: readonly PlacedWord[];
  /** Index of the first selected word, and of the one after the last. */
  from: number;
  to: number;
  /** From the first selected word to the last, with the selected punctuation around them. */
  range: Selection;
}

/** Returns whole words, as soon as a part of one is selected; undefined if there are none. */
export function selectedWords(markdown: string, selection: Selection): SelectedWords | undefined {
  const words = placedWordsOf(markdown);
  const from = words.findIndex((word) => word.end > selection.start);
  const [first] = from < 0 ? [] : words.slice(from, from + 1);
  if (first === undefined || first.start >= selection.end) return undefined;
  let to = from;
  while ((words[to]?.start ?? Number.POSITIVE_INFINITY) < selection.end) to++;
  const lastEnd = words[to - 1]?.end ?? first.end;
  const picked = markdown.slice(selection.start, selection.end);
  const start = selection.start + (picked.length - picked.trimStart().length);
  const end = selection.end - (picked.length - picked.trimEnd().length);
  return {
    words,
    from,
    to,
    range: { start: Math.min(start, first.start), end: Math.max(end, lastEnd) },
  };
}

/** Selected words of one paragraph, and the paragraph's contents. */
export interface InParagraph extends SelectedWords {
  leaf: MarkdownBlock;
  spans: readonly Span[];
}

export const holds = (outer: Selection, inner: Selection) =>
  outer.start <= inner.start && inner.end <= outer.end;
export const overlaps = (one: Selection, other: Selection) =>
  one.start < other.end && other.start < one.end;

export function isSelectedWhole({ words, from, to }: SelectedWords, span: Selection): boolean {
  const isIn = (word: PlacedWord | undefined) => word !== undefined && overlaps(word, span);
  return !isIn(words[from - 1]) && !isIn(words[to]);
}

/**
 * Returns the selection for an operation that puts marks around it: with all marks that are
 * entirely selected, and without those that enclose it.
 */
export function selectedInParagraph(
  markdown: string,
  selection: Selection,
): Result<InParagraph, Refusal> {
  const selected = selectedWords(markdown, selection);
  if (selected === undefined) return refuse('no-words');
  const leaves = readBlocks(markdown);
  const { range } = selected;
  const leaf = leaves.find((each) => range.start < each.end);
  if (leaf === undefined || range.end > leaf.end) return refuse('one-paragraph');
  if (!leaf.isProse) return refuse('in-block');
  const { spans, words: prose } = leaf;
  let start = Math.max(range.start, prose.start);
  let end = Math.min(range.end, prose.end);
  // The outer one comes first, so that the inner one can extend it again.
  for (const span of spans) {
    const at = { start, end };
    if (!overlaps(span, at)) continue;
    const inner = { start: span.innerStart, end: span.innerEnd };
    const isWhole = isIndivisible(span) || isSelectedWhole(selected, span);
    if (holds(inner, at) && !isIndivisible(span)) continue;
    if (isWhole) {
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    } else if (isWordsIn(selected, inner)) {
      start = Math.max(start, inner.start);
      end = Math.min(end, inner.end);
    } else {
      return refuse('crossing');
    }
  }
  return ok({ ...selected, range: { start, end }, leaf, spans });
}

/** True if no selected word is outside `inner`. */
function isWordsIn({ words, from, to }: SelectedWords, inner: Selection): boolean {
  const [first, last] = [words[from], words[to - 1]];
  return (
    first !== undefined && last !== undefined && first.start >= inner.start && last.end <= inner.end
  );
}
