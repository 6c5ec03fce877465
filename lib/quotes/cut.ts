import { isIndivisible, type Span } from '../markdown/inline.ts';
import type { Selection } from './edit-outcome.ts';
import { isSelectedWhole, overlaps, type SelectedWords } from './selected.ts';

/** What remains of a paragraph after something is cut out. */
export interface Cut {
  /** The text before, with closing marks for emphasis that the cut divided. */
  left: string;
  /** The text after it, with opening marks for that emphasis. */
  right: string;
  /** True if the text before ended with such marks, without the space that followed. */
  isClosed: boolean;
  isOpened: boolean;
}

/**
 * Cuts a stretch of words out of a paragraph: marks that are entirely in it are removed, and marks
 * that are only partly in it are kept.
 * @param from where the text before the cut begins
 * @param to where the text after it ends
 */
export function cutOut(
  markdown: string,
  selected: SelectedWords,
  spans: readonly Span[],
  { from, to }: { from: number; to: number },
): Cut {
  let { start, end } = selected.range;
  const isEmpty = selected.from === selected.to;
  const closers: Span[] = [];
  const openers: Span[] = [];
  for (const span of spans) {
    const at = { start, end };
    const inner = { start: span.innerStart, end: span.innerEnd };
    if (isEmpty ? span.start >= start || span.end <= start : !overlaps(span, at)) continue;
    if (!isEmpty && (isIndivisible(span) || isSelectedWhole(selected, span))) {
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
      continue;
    }
    const startsInside = hasWordsBefore(selected, inner);
    const endsInside = hasWordsAfter(selected, inner);
    if (startsInside && endsInside && !isEmpty) {
      start = Math.max(start, inner.start);
      end = Math.min(end, inner.end);
    } else if (startsInside && endsInside) {
      closers.push(span);
      openers.push(span);
    } else if (startsInside) {
      closers.push(span);
      start = Math.min(start, inner.end);
      end = Math.max(end, span.end);
    } else {
      openers.push(span);
      start = Math.min(start, span.start);
      end = Math.max(end, inner.start);
    }
  }
  closers.sort((a, b) => a.innerEnd - b.innerEnd);
  openers.sort((a, b) => a.start - b.start);
  const closing = closers.map((span) => markdown.slice(span.innerEnd, span.end)).join('');
  const opening = openers.map((span) => markdown.slice(span.start, span.innerStart)).join('');
  const before = markdown.slice(from, start);
  const after = markdown.slice(end, to);
  return {
    left: closing === '' ? before : before.trimEnd() + closing,
    right: opening === '' ? after : opening + after.trimStart(),
    isClosed: closing !== '',
    isOpened: opening !== '',
  };
}

/** True if a word before the cut is in `inner`. */
function hasWordsBefore({ words, from }: SelectedWords, inner: Selection): boolean {
  const before = words[from - 1];
  return before !== undefined && overlaps(before, inner);
}

function hasWordsAfter({ words, to }: SelectedWords, inner: Selection): boolean {
  const after = words[to];
  return after !== undefined && overlaps(after, inner);
}
