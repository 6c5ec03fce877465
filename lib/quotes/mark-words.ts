import { ok } from '../core/base/result.ts';
import { sameWords } from '../core/text/words.ts';
import type { Span } from '../markdown/inline.ts';
import { readBlocks } from '../markdown/read.ts';
import { type QuoteOutcome, refuse, type Selection } from './edit-outcome.ts';
import { holds, type InParagraph, overlaps, selectedInParagraph } from './selected.ts';

const marks = { strong: '**', emphasis: '*' } as const;

/** Makes the selected words bold or italic, or removes that again. */
export function emphasizeWords(
  markdown: string,
  selection: Selection,
  kind: keyof typeof marks,
): QuoteOutcome {
  const found = selectedInParagraph(markdown, selection);
  if (!found.ok) return found;
  const { range } = found.value;
  const around = spanOf(found.value, kind);
  if (around) return ok(unmarked(markdown, around));
  if (!hasWholeTags(markdown.slice(range.start, range.end))) return refuse('crossing');
  const marked = wrapped(markdown, range, kind);
  if (marked.ok) return marked;
  // With the punctuation around them the marks may have no effect.
  const { words, from, to } = found.value;
  const [first, last] = [words[from], words[to - 1]];
  return first && last
    ? wrapped(markdown, { start: first.start, end: last.end }, kind)
    : refuse('no-words');
}

function wrapped(markdown: string, { start, end }: Selection, kind: keyof typeof marks) {
  const mark = marks[kind];
  const inner = markdown.slice(start, end);
  const edited = markdown.slice(0, start) + mark + inner + mark + markdown.slice(end);
  const made = { start, end: end + 2 * mark.length };
  const selection = { start: start + mark.length, end: end + mark.length };
  return checked(markdown, edited, kind, made, selection);
}

/** Returns the emphasis that covers exactly the selected words. */
function spanOf({ spans, range, words, from, to }: InParagraph, kind: Span['kind']) {
  const [first, last] = [words[from], words[to - 1]];
  return spans.find(
    (span) =>
      span.kind === kind &&
      first !== undefined &&
      last !== undefined &&
      holds(span, { start: first.start, end: last.end }) &&
      (holds(range, span) || holds(span, range)) &&
      !words.some((word, at) => (at < from || at >= to) && overlaps(word, span)),
  );
}

function unmarked(markdown: string, { start, innerStart, innerEnd, end }: Span) {
  const inner = markdown.slice(innerStart, innerEnd);
  return {
    markdown: markdown.slice(0, start) + inner + markdown.slice(end),
    selection: { start, end: start + inner.length },
  };
}

/** Returns the edited text, if it has the same words and is read as intended. */
function checked(
  markdown: string,
  edited: string,
  kind: Span['kind'],
  made: Selection,
  selection: Selection,
): QuoteOutcome {
  const leaf = readBlocks(edited).find((each) => made.start < each.end);
  const isThere = leaf?.spans.some(
    (span) => span.kind === kind && span.start === made.start && span.end === made.end,
  );
  return isThere && sameWords(edited, markdown)
    ? ok({ markdown: edited, selection })
    : refuse('crossing');
}

/** True if each HTML tag in a text has its partner there. */
function hasWholeTags(text: string): boolean {
  const open: string[] = [];
  for (const [, closing, name = '', empty] of text.matchAll(/<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/gi)) {
    const tag = name.toLowerCase();
    if (empty || /^(?:br|hr|img|wbr)$/.test(tag)) continue;
    if (!closing) open.push(tag);
    else if (open.pop() !== tag) return false;
  }
  return open.length === 0;
}
