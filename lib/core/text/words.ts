/** A word of a text in Markdown. */
export interface PlacedWord {
  /** Without the marks inside it: `word` for `wo**rd**`. */
  text: string;
  /** Its position in UTF-16 code units; the end is exclusive. */
  start: number;
  end: number;
}

/**
 * Characters that show no words are overwritten with a separator, or inside a word with a filler.
 */
const between = ' ';
const inside = '~';
const blank = (filler: string) => (found: string) => filler.repeat(found.length);

/**
 * Returns the text, with the same length, with its marks and the addresses of its links
 * overwritten.
 */
function readable(markdown: string): string {
  return markdown
    .replace(
      /(?<=(?<!\\)\])\((?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/g,
      blank(between),
    )
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, blank(between))
    .replace(/<\/?[a-z][^<>]*>/gi, blank(inside))
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi, blank(inside))
    .replace(/^[ \t>]*(?:\d+[.)]|[*+-])(?=\s)/gm, blank(between));
}

/**
 * Returns the words of a Markdown text and their positions, without its marks and the addresses of
 * its links.
 */
export function placedWordsOf(markdown: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const match of readable(markdown).matchAll(
    /[\p{L}\p{N}\p{M}]+(?:[\\*_~`]+[\p{L}\p{N}\p{M}]+)*/gu,
  )) {
    const [found] = match;
    const text = found.replace(/[\\*_~`]+/g, '');
    words.push({ text, start: match.index, end: match.index + found.length });
  }
  return words;
}

/** Returns the words of a Markdown text, without its marks and the addresses of its links. */
export function wordsOf(markdown: string): string[] {
  return placedWordsOf(markdown).map(({ text }) => text);
}

/** `[...]` and the like, also with backslashes before the brackets. */
export const elisionMark = /\\?[[(][ \t]*(?:\.{3}|…)[ \t]*\\?[\])]/g;

/**
 * True if two Markdown texts have the same words in the same order. Marks, link addresses and line
 * breaks may differ; a word left out, even with `[...]`, does not pass.
 */
export function sameWords(one: string, other: string): boolean {
  return one === other || isSameList(wordsOf(one), wordsOf(other));
}

export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);
