const words = (text: string) => new Set(text.split(/\s+/));

/** First parts of words that are written with a hyphen more often than without. */
const keepsHyphen = words(
  `self well high low long short real open closed cross non half full all ex user end first second
  third one two three four five multi state so pre post anti semi quasi large small fine coarse
  read write copy log time hard soft left right top bottom thread data event client server`,
);
/** Last parts that stand behind a hyphen more often than not. */
const takesHyphen = words(
  `based aware free like driven known oriented specific scale level wide only sized bound bit byte
  way side hoc end time source friendly safe tolerant efficient intensive dependent independent`,
);
/** What follows a hyphen that stands for a part left out: `read- and write-locks`, `Ein- und Ausgabe`. */
const conjunctions = words('and or nor to und oder bis sowie et ou y o e en of');

/** What becomes of a hyphen at the end of a line. */
export type LineHyphen = 'dropped' | 'kept' | 'spaced';

/** The words of a text, hyphens inside included, to ask for many of them. */
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
 * True if the hyphen between two parts is there only because the line ended. Without a dictionary:
 * what the same text writes elsewhere decides, else it goes between two lower-case parts that are
 * not known for their hyphen.
 * @param first the word's letters before the hyphen
 * @param second the letters at the start of the next line
 * @param text the whole selection's words
 */
export function lineHyphen(first: string, second: string, text: TextWords): LineHyphen {
  if (conjunctions.has(second)) return 'spaced';
  // A capital inside, a digit, another hyphen: not a word that a typesetter divides.
  if (!/^\p{L}\p{Ll}+$/u.test(first) || !/^\p{Ll}{2,}$/u.test(second)) return 'kept';
  const start = first.toLowerCase();
  if (text.has(`${start}${second}`)) return 'dropped';
  if (text.has(`${start}-${second}`)) return 'kept';
  return keepsHyphen.has(start) || takesHyphen.has(second) ? 'kept' : 'dropped';
}
