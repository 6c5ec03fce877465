import { elisionMark, placedWordsOf } from '../core/text/words.ts';
import { stretchesOf } from '../core/text/words-guard.ts';
import { isIndivisible, type Span } from '../markdown/inline.ts';
import { readBlocks } from '../markdown/read.ts';
import { elision } from './elision.ts';
import type { Halves } from './split-quote.ts';

/**
 * Joins two halves: as one paragraph if the source has one, with the divided emphasis and links
 * whole again. Words that neither half has are marked as left out.
 * @param captured the source's words, in Markdown
 */
export function joinHalves(halves: Halves, captured: string): string {
  const { first, second } = halves;
  const source = placedWordsOf(captured);
  const [one, other] = stretchesOf(
    [first, second],
    source.map(({ text }) => text),
  );
  const [left, right] = [source[(one?.to ?? 0) - 1], source[other?.from ?? source.length]];
  if (one === undefined || other === undefined || !left || !right) return `${first}\n\n${second}`;
  const isMarked = one.to === other.from || marksSeam(halves);
  const head = isMarked ? first : `${first} ${elision}`;
  const leaves = readBlocks(captured);
  const leafOf = (place: number) => leaves.findIndex((leaf) => place < leaf.end);
  if (leafOf(left.start) === leafOf(right.start)) {
    return isMarked ? sewn(halves) : `${head} ${second}`;
  }
  const hasBlank = /\n[ \t>]*\n/.test(captured.slice(left.end, right.start));
  return head + (hasBlank ? '\n\n' : '\n') + second;
}

/**
 * True if `[...]` comes after the last word of the first half, or before the first of the second.
 */
function marksSeam({ first, second }: Halves): boolean {
  const end = placedWordsOf(first).at(-1)?.end ?? 0;
  const start = placedWordsOf(second)[0]?.start ?? second.length;
  return (first.slice(end) + second.slice(0, start)).match(elisionMark) !== null;
}

/** Joins them as one paragraph, without the marks that the split added. */
function sewn({ first, second }: Halves): string {
  const [leaf, next] = [readBlocks(first).at(-1), readBlocks(second)[0]];
  if (!leaf || !next || !leaf.isProse || !next.isProse) return `${first}\n\n${second}`;
  const markOf = (text: string, { start, innerStart }: Span) => text.slice(start, innerStart);
  const endOf = (text: string, { innerEnd, end }: Span) => text.slice(innerEnd, end);
  const ending = leaf.spans.filter((span) => !isIndivisible(span));
  const beginning = next.spans.filter((span) => !isIndivisible(span));
  let [left, right] = [leaf.end, next.start];
  for (;;) {
    const closed = ending.find(({ end }) => end === left);
    const opened = beginning.find(({ start }) => start === right);
    const isSame =
      closed &&
      opened &&
      closed.kind === opened.kind &&
      markOf(first, closed) === markOf(second, opened) &&
      endOf(first, closed) === endOf(second, opened);
    if (!isSame) break;
    left = closed.innerEnd;
    right = opened.innerStart;
  }
  return `${first.slice(0, left)} ${second.slice(right)}`;
}
