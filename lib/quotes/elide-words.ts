import { ok } from '../core/base/result.ts';
import { elisionMark, isSameList, type PlacedWord, wordsOf } from '../core/text/words.ts';
import { isIndivisible } from '../markdown/inline.ts';
import { type MarkdownBlock, readBlocks } from '../markdown/read.ts';
import { type Cut, cutOut } from './cut.ts';
import { type QuoteOutcome, refuse, type Selection } from './edit-outcome.ts';
import { elision, markAtEnd, markAtStart } from './elision.ts';
import { overlaps, type SelectedWords, selectedWords } from './selected.ts';

/**
 * Replaces the selected words, even whole paragraphs, by `[...]`. Adjacent elisions become one. The
 * remaining words, and their order, stay the same.
 */
export function elideWords(markdown: string, selection: Selection): QuoteOutcome {
  const leaves = readBlocks(markdown);
  const selected = selectedWords(markdown, withWholes(markdown, leaves, selection));
  if (selected === undefined) return refuse('no-words');
  const { words, from, to } = selected;
  if (from === 0 && to === words.length) return refuse('no-words-left');
  const [first, last] = [words[from], words[to - 1]];
  const firstAt = leaves.findIndex((leaf) => first !== undefined && first.start < leaf.end);
  const lastAt = leaves.findIndex((leaf) => last !== undefined && last.start < leaf.end);
  const [one, other] = [leaves[firstAt], leaves[lastAt]];
  if (one === undefined || other === undefined) return refuse('crossing');
  const isIn = (word: PlacedWord | undefined, leaf: MarkdownBlock) =>
    word !== undefined && word.start >= leaf.lineStart && word.end <= leaf.end;
  const keepsHead = isIn(words[from - 1], one);
  const keepsTail = isIn(words[to], other);
  if ((keepsHead && !one.isProse) || (keepsTail && !other.isProse)) return refuse('in-block');
  const whole = { text: markdown, leaves, firstAt, lastAt };
  const edited =
    keepsHead && keepsTail && one === other
      ? elidedInside(markdown, selected, one)
      : elidedAcross(whole, selected, { keepsHead, keepsTail });
  const kept = [...words.slice(0, from), ...words.slice(to)].map(({ text }) => text);
  return isSameList(wordsOf(edited.markdown), kept) ? ok(edited) : refuse('crossing');
}

/**
 * Extends the selection to everything that can only be left out as a whole: code, a picture, an
 * earlier elision.
 */
function withWholes(
  markdown: string,
  leaves: readonly MarkdownBlock[],
  { start, end }: Selection,
): Selection {
  const cutInto: Selection[] = leaves
    .filter((leaf) => leaf.isProse && [start, end].some((at) => leaf.start < at && at < leaf.end))
    .flatMap((leaf) => leaf.spans)
    .filter((span) => isIndivisible(span) && overlaps(span, { start, end }));
  for (const { index, 0: mark } of markdown.matchAll(elisionMark)) {
    const span = { start: index, end: index + mark.length };
    if (overlaps(span, { start, end })) cutInto.push(span);
  }
  return {
    start: Math.min(start, ...cutInto.map((span) => span.start)),
    end: Math.max(end, ...cutInto.map((span) => span.end)),
  };
}

interface Elided {
  markdown: string;
  selection: Selection;
}

function elidedInside(markdown: string, selected: SelectedWords, leaf: MarkdownBlock): Elided {
  const bounds = { from: 0, to: markdown.length };
  return joined(cutOut(markdown, selected, leaf.spans, bounds));
}

/** Joins both sides with one mark between them, with the spaces that words have around them. */
function joined({ left, right, isClosed, isOpened }: Cut): Elided {
  if (markAtEnd.test(left)) {
    const space = isOpened || /^[^\s\p{P}]/u.test(right) ? ' ' : '';
    return caretAt(left.trimEnd(), space + right.replace(markAtStart, ''));
  }
  if (markAtStart.test(right)) {
    const space = /[\s([{"'“‘«]$/.test(left) || left === '' ? '' : ' ';
    return caretAt(left, space + right.trimStart(), true);
  }
  const before = left === '' || (/[\s\p{P}\p{S}]$/u.test(left) && !isClosed) ? '' : ' ';
  const after = right === '' || (/^[\s\p{P}\p{S}]/u.test(right) && !isOpened) ? '' : ' ';
  // Before these characters it would be a link, or the definition of one.
  const written = after === '' && /^[([:]/.test(right) ? `\\[...\\]` : elision;
  return caretAt(left + before + written, after + right);
}

function caretAt(left: string, right: string, isAfterMark = false): Elided {
  const at = left.length + (isAfterMark ? (/^\s*\\?\[[^\]]*\]/.exec(right)?.[0].length ?? 0) : 0);
  return { markdown: left + right, selection: { start: at, end: at } };
}

interface Whole {
  text: string;
  leaves: readonly MarkdownBlock[];
  firstAt: number;
  lastAt: number;
}

/**
 * Handles a selection of more than one paragraph, of a whole one, or of the beginning or end of
 * one.
 */
function elidedAcross(
  { text, leaves, firstAt, lastAt }: Whole,
  selected: SelectedWords,
  { keepsHead, keepsTail }: { keepsHead: boolean; keepsTail: boolean },
): Elided {
  const [one, other] = [leaves[firstAt], leaves[lastAt]];
  if (one === undefined || other === undefined)
    return { markdown: text, selection: selected.range };
  const [previous, next] = [leaves[firstAt - 1], leaves[lastAt + 1]];
  const isMarkedBefore = previous !== undefined && markAtEnd.test(text.slice(0, previous.end));
  const isMarkedAfter = next !== undefined && markAtStart.test(text.slice(next.start));
  let head = text.slice(0, one.lineStart);
  if (keepsHead) {
    const cut = cutOut(text, selected, one.spans, { from: 0, to: one.end });
    const left = cut.left.trimEnd();
    head = markAtEnd.test(left) || (isMarkedAfter && !keepsTail) ? left : `${left} ${elision}`;
  }
  let tail = text.slice(other.end);
  if (keepsTail) {
    const bounds = { from: other.start, to: text.length };
    const cut = cutOut(text, selected, other.spans, bounds);
    tail = cut.right.replace(/^[ \t]+/, '');
  }
  const prefix = (leaf: MarkdownBlock) => text.slice(leaf.lineStart, leaf.start);
  if (keepsHead && keepsTail) {
    // Both stay separate paragraphs, as far apart as the last two were.
    const gap = text.slice(leaves[lastAt - 1]?.end ?? one.end, other.start);
    return caretBefore(head, gap + tail.replace(markAtStart, '').replace(/^[ \t]+/, ''));
  }
  if (keepsHead) return caretBefore(head, tail);
  if (keepsTail) {
    if (isMarkedBefore || markAtStart.test(tail)) return caretBefore(head, prefix(other) + tail);
    const { markdown, selection } = joined({
      left: head + prefix(one),
      right: tail,
      isClosed: false,
      isOpened: /^[*_[<`]/.test(tail),
    });
    return { markdown, selection };
  }
  // The existing mark is enough.
  if (isMarkedBefore) return caretBefore(text.slice(0, previous.end), tail);
  if (isMarkedAfter) return caretBefore(head, text.slice(next.lineStart));
  return caretBefore(head + prefix(one) + elision, tail);
}

const caretBefore = (left: string, right: string): Elided => ({
  markdown: (left + right).trimEnd(),
  selection: { start: left.length, end: left.length },
});
