const words = (text: string) => new Set(text.split(/\s+/));

/** First parts of words that usually have a hyphen after them. */
const keepsHyphen = words(
  `self well high low long short real open closed cross non half full all ex user end first second
  third one two three four five multi state so pre post anti semi quasi large small fine coarse
  read write copy log time hard soft left right top bottom thread data event client server`,
);
/** Last parts that usually follow a hyphen. */
const takesHyphen = words(
  `based aware free like driven known oriented specific scale level wide only sized bound bit byte
  way side hoc end time source friendly safe tolerant efficient intensive dependent independent`,
);
/**
 * Words that follow a hyphen in place of an omitted part: `read- and write-locks`, `Ein- und
 * Ausgabe`.
 */
const conjunctions = words('and or nor to und oder bis sowie et ou y o e en of');

/** What happens to a hyphen at the end of a line. */
export type LineHyphen = 'dropped' | 'kept' | 'spaced';

/** The words of a text, including those with hyphens, for many look-ups. */
export class TextWords {
  readonly #sorted: string[];

  constructor(text: string) {
    const found = text
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{N}\p{M}]+)*/gu);
    this.#sorted = [...new Set(found)].sort();
  }

  /** True if a word starts with this; its ending may differ. */
  has(start: string): boolean {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low]?.startsWith(start) ?? false;
  }
}

/**
 * True if the hyphen between two parts is there only because the line ended. It works without a
 * dictionary: the same text's spelling elsewhere decides; otherwise the hyphen between two
 * lower-case parts is dropped, unless they usually have one.
 * @param first the word's letters before the hyphen
 * @param second the letters at the start of the next line
 * @param text the whole selection's words
 */
export function lineHyphen(first: string, second: string, text: TextWords): LineHyphen {
  if (conjunctions.has(second)) return 'spaced';
  // A word with an inner capital, a digit or another hyphen is not one that a typesetter divides.
  if (!/^\p{L}\p{Ll}+$/u.test(first) || !/^\p{Ll}{2,}$/u.test(second)) return 'kept';
  const start = first.toLowerCase();
  if (text.has(`${start}${second}`)) return 'dropped';
  if (text.has(`${start}-${second}`)) return 'kept';
  return keepsHyphen.has(start) || takesHyphen.has(second) ? 'kept' : 'dropped';
}
