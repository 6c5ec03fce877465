import { elisionMark, type PlacedWord, placedWordsOf } from './words.ts';

/** A place where the words of a quote are not the source's. */
export interface Difference {
  /** What the quote says; '' if words are left out without `[...]`. */
  said: string;
  /** What the source says there; '' if words were added. */
  source: string;
}

/**
 * - `same`: words of the source in its order; words may be left out at both ends, and where `[...]`
 * marks it
 * - `reordered`: the same, but the source has them before those of a half that is above in the post
 * - `changed`: words were changed, added, reordered, or left out without a mark
 */
export type Verdict =
  | { words: 'same' | 'reordered' }
  | { words: 'changed'; differences: readonly Difference[] };

/** Words between two elisions. */
type Run = readonly string[];

const textOf = ({ text }: PlacedWord) => text;

/** Returns the words of a quote, cut where something is left out. */
function runsOf(markdown: string): Run[] {
  const words = placedWordsOf(markdown);
  const runs: Run[] = [];
  let from = 0;
  for (const { index } of markdown.matchAll(elisionMark)) {
    let to = from;
    while ((words[to]?.start ?? Number.POSITIVE_INFINITY) < index) to++;
    if (to > from) runs.push(words.slice(from, to).map(textOf));
    from = to;
  }
  if (from < words.length) runs.push(words.slice(from).map(textOf));
  return runs;
}

/** For the Knuth-Morris-Pratt search: how much of the run's beginning ends at each of its words. */
function borders(run: Run): number[] {
  const lengths = [0];
  for (let at = 1, length = 0; at < run.length; at++) {
    while (length > 0 && run[at] !== run[length]) length = lengths[length - 1] ?? 0;
    if (run[at] === run[length]) length++;
    lengths.push(length);
  }
  return lengths;
}

interface Found {
  /** Index of the first word in the source. */
  at: number;
  /** How many words of the run are there. */
  length: number;
}

/** Returns the first place at or after `from` with most of the run's beginning. */
function findRun(source: Run, run: Run, from: number): Found {
  const lengths = borders(run);
  let best: Found = { at: from, length: 0 };
  for (let at = from, length = 0; at < source.length; at++) {
    while (length > 0 && source[at] !== run[length]) length = lengths[length - 1] ?? 0;
    if (source[at] === run[length]) length++;
    if (length > best.length) best = { at: at - length + 1, length };
    if (length === run.length) break;
  }
  return best;
}

/** Words of the source: the index of the first, and of the one after the last. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Finds the runs in the source, each as early as possible; undefined if one is missing. It is
 * linear: no word of the source is examined for two runs.
 */
function readRuns(source: Run, runs: readonly Run[], from: number): Stretch | undefined {
  if (runs.length === 0) return undefined;
  let first: number | undefined;
  let next = from;
  for (const run of runs) {
    const { at, length } = findRun(source, run, next);
    if (length < run.length) return undefined;
    first ??= at;
    next = at + length;
  }
  return { from: first ?? from, to: next };
}

/**
 * Returns which words of the source the Markdown texts contain, in reading order; undefined for a
 * text that is not there.
 * @param source its words, in their order
 */
export function stretchesOf(
  texts: readonly string[],
  source: readonly string[],
): (Stretch | undefined)[] {
  let next = 0;
  return texts.map((text) => {
    const stretch = readRuns(source, runsOf(text), next);
    next = stretch?.to ?? next;
    return stretch;
  });
}

/** As many words as can be seen at a glance, and as many places as can be corrected at once. */
const shownWords = 8;
const shownDifferences = 3;
/** How far apart quote and source may drift before their words no longer match up. */
const window = 24;

const shown = (words: Run) =>
  words.slice(0, shownWords).join(' ') + (words.length > shownWords ? ' …' : '');

/**
 * Returns where a run that is not there as a whole most likely belongs; its first words may be the
 * changed ones.
 */
function likeliest(source: Run, run: Run, from: number): { source: number; run: number } {
  let best = { at: from, length: 0, skipped: 0 };
  for (let skipped = 0; skipped < Math.min(4, run.length); skipped++) {
    const found = findRun(source, run.slice(skipped), from);
    if (found.length > best.length + skipped) best = { ...found, skipped };
  }
  const before = Math.min(best.skipped, best.at - from);
  return { source: best.at - before, run: best.skipped - before };
}

/** Returns how many words to skip on both sides until two words match again. */
function resync(source: Run, s: number, run: Run, r: number): [number, number] | undefined {
  const matches = (ds: number, dr: number) =>
    source[s + ds] !== undefined &&
    source[s + ds] === run[r + dr] &&
    (r + dr + 1 >= run.length || source[s + ds + 1] === run[r + dr + 1]);
  for (let sum = 1; sum <= window; sum++) {
    for (let dr = 0; dr <= sum; dr++) if (matches(sum - dr, dr)) return [sum - dr, dr];
  }
  return undefined;
}

function differencesOf(source: Run, runs: readonly Run[]): Difference[] {
  const differences: Difference[] = [];
  let s = 0;
  for (const run of runs) {
    const { at, length } = findRun(source, run, s);
    if (length === run.length) {
      s = at + length;
      continue;
    }
    const start = likeliest(source, run, s);
    s = start.source;
    if (start.run > 0) differences.push({ said: shown(run.slice(0, start.run)), source: '' });
    for (let r = start.run; r < run.length && differences.length < shownDifferences; ) {
      if (run[r] === source[s]) {
        r++;
        s++;
        continue;
      }
      const [ds, dr] = resync(source, s, run, r) ?? [
        Math.min(window, run.length - r),
        run.length - r,
      ];
      differences.push({
        said: shown(run.slice(r, r + dr)),
        source: shown(source.slice(s, s + ds)),
      });
      s += ds;
      r += dr;
    }
    if (differences.length >= shownDifferences) break;
  }
  return differences;
}

/**
 * Reports for each text whether its words are the source's. Marks, link addresses and line breaks
 * may differ.
 * @param texts in Markdown: a quote's, or those of the halves of a split one in the post's order
 * @param captured the source's words, in Markdown
 */
export function compareWords(texts: readonly string[], captured: string): Verdict[] {
  const same: Verdict = { words: 'same' };
  if (texts.every((text) => text === captured)) return texts.map(() => same);
  const source = placedWordsOf(captured).map(textOf);
  let next = 0;
  return texts.map((text): Verdict => {
    // A text with all the words isn't a part of a split quote: the clip is in the post twice.
    if (text === captured) return same;
    const runs = runsOf(text);
    const stretch = readRuns(source, runs, next);
    if (stretch !== undefined) {
      next = stretch.to;
      return same;
    }
    if (readRuns(source, runs, 0) !== undefined) return { words: 'reordered' };
    return { words: 'changed', differences: differencesOf(source, runs) };
  });
}
