import { diff3Merge } from 'node-diff3';
import { type TextEdit, textEdit } from './text-edit.ts';

export interface MergedText {
  text: string;
  /** True if both sides replaced the same words: both are in `text`, mine first. */
  clash: boolean;
}

/**
 * Beyond this many words, they are not compared one by one, because the comparison is quadratic.
 */
const maxWords = 1_500;
/** Beyond this many lines, they are compared as one block, for the same reason. */
const maxLines = 4_000;

/** Applies both edits if they change different parts of `base`. */
function applyBoth(base: string, mine: TextEdit, theirs: TextEdit): string | undefined {
  const [first, second] = mine.from <= theirs.from ? [mine, theirs] : [theirs, mine];
  if (first.to > second.from || (first.from === second.from && first.to === second.to)) {
    return undefined;
  }
  return (
    base.slice(0, first.from) +
    first.by +
    base.slice(first.to, second.from) +
    second.by +
    base.slice(second.to)
  );
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}_]+|./gsu) ?? [];

/** Returns what remains if both sides replaced the same words. */
function keepBoth(base: string, mine: string, theirs: string): MergedText {
  // If one side continued the other's text, the longer one contains both.
  if (mine.startsWith(theirs)) return { text: mine, clash: false };
  if (theirs.startsWith(mine) && mine !== '') return { text: theirs, clash: false };
  if (base === '') return { text: theirs + mine, clash: false };
  if (mine === '' || theirs === '') return { text: mine + theirs, clash: true };
  const apart = /\s$/.test(mine) || /^\s/.test(theirs) ? '' : ' ';
  return { text: mine + apart + theirs, clash: true };
}

function mergeParts(
  base: string,
  mine: string,
  theirs: string,
  split: (text: string) => string[],
  inConflict: (base: string, mine: string, theirs: string) => MergedText,
): MergedText {
  let text = '';
  let clash = false;
  for (const region of diff3Merge(split(mine), split(base), split(theirs))) {
    if (region.ok) {
      text += region.ok.join('');
      continue;
    }
    const { o = [], a = [], b = [] } = region.conflict ?? {};
    const merged = inConflict(o.join(''), a.join(''), b.join(''));
    text += merged.text;
    clash ||= merged.clash;
  }
  return { text, clash };
}

/**
 * Merges two texts that were both made from `base`: a part that only one side changed is taken from
 * that side, and if both replaced the same words, both stay. No word of either side is lost.
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine, clash: false };
  if (mine === base) return { text: theirs, clash: false };
  const [ours, others] = [textEdit(base, mine), textEdit(base, theirs)];
  const both = applyBoth(base, ours, others);
  if (both !== undefined) return { text: both, clash: false };

  // Only the lines from the first change to the last need comparing.
  const from = base.slice(0, Math.min(ours.from, others.from)).lastIndexOf('\n') + 1;
  const lineEnd = base.indexOf('\n', Math.max(ours.to, others.to));
  const after = lineEnd < 0 ? 0 : base.length - lineEnd;
  const middle = (text: string) => text.slice(from, text.length - after);
  const merged = mergeLines(middle(base), middle(mine), middle(theirs));
  const end = after === 0 ? '' : base.slice(-after);
  return { text: base.slice(0, from) + merged.text + end, clash: merged.clash };
}

function mergeLines(base: string, mine: string, theirs: string): MergedText {
  const longest = Math.max(...[base, mine, theirs].map((text) => linesOf(text).length));
  if (longest > maxLines) return keepBoth(base, mine, theirs);
  return mergeParts(base, mine, theirs, linesOf, mergeWords);
}

function mergeWords(base: string, mine: string, theirs: string): MergedText {
  const longest = Math.max(...[base, mine, theirs].map((text) => wordsOf(text).length));
  if (longest > maxWords) return keepBoth(base, mine, theirs);
  return mergeParts(base, mine, theirs, wordsOf, keepBoth);
}
