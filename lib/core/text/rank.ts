/** Something that can be found by words. */
export interface Findable<T> {
  value: T;
  /** Its name, folded (`foldText`). */
  name: string;
  /** Other words that find it, folded. */
  rest: string;
}

/** Removes capitals and diacritics from a text: `Jörn` and `jorn` become equal. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** How well a word matches, the best first. */
const beginsInName = 0;
const beginsInRest = 1;
const inName = 2;
const inRest = 3;
const scattered = 4;
const tiers = scattered + 1;

/**
 * Returns those that match every word of a query: first the one that is called so and those whose name
 * begins with it, then those with words that begin with it, then those that have it inside a word, then
 * those that have its letters in order. Equal matches keep their order. Without a query it returns all.
 */
export function rank<T>(query: string, all: readonly Findable<T>[]): T[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const whole = words.join(' ');
  const found: T[][] = Array.from({ length: tiers }, () => []);
  const called: T[] = [];
  const begin: T[] = [];
  for (const each of all) {
    let worst = beginsInName;
    for (const word of words) {
      worst = Math.max(worst, tierOf(word, each));
      if (worst >= tiers) break;
    }
    if (whole === '' || !each.name.startsWith(whole)) found[worst]?.push(each.value);
    else (each.name === whole ? called : begin).push(each.value);
  }
  return [...called, ...begin, ...found.flat()];
}

function tierOf(word: string, { name, rest }: Findable<unknown>): number {
  const named = placeIn(name, word);
  if (named === 'begin') return beginsInName;
  const beside = placeIn(rest, word);
  if (beside === 'begin') return beginsInRest;
  if (named === 'midst') return inName;
  if (beside === 'midst') return inRest;
  return holdsInOrder(name, word) ? scattered : tiers;
}

function placeIn(text: string, word: string): 'begin' | 'midst' | undefined {
  let at = text.indexOf(word);
  if (at < 0) return undefined;
  for (; at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 'begin';
  }
  return 'midst';
}

function holdsInOrder(text: string, letters: string): boolean {
  let next = 0;
  for (let at = 0; at < text.length && next < letters.length; at++) {
    if (text.charCodeAt(at) === letters.charCodeAt(next)) next++;
  }
  return next === letters.length;
}
