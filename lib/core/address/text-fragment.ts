/** Words of a page, and the text around them. */
export interface FoundText {
  /** Blocks of the page are separated by a line end. */
  exact: string;
  prefix: string;
  suffix: string;
  /** BCP 47 tag, or ''. */
  language: string;
}

/** Up to this length, words are searched for as a whole; longer ones by their beginning and end. */
const longestExact = 300;
/** How many words of the beginning, or end, are enough to find it. */
const edgeWords = 5;
const edgeLength = 24;
/** Up to this many words may occur more than once on a page. */
const fewWords = 3;
const contextWords = 3;

interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * Returns the words of a text, with the boundaries that browsers use, even if no spaces separate
 * them.
 */
function wordsIn(text: string, language: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter(language).segment(text)) {
    if (isWordLike) words.push({ text: segment, start: index, end: index + segment.length });
  }
  return words;
}

function segmenter(language: string): Intl.Segmenter {
  const options = { granularity: 'word' } as const;
  try {
    return new Intl.Segmenter(language || undefined, options);
  } catch {
    // A page may give its language as something that is no tag; words are found without it, too.
    return new Intl.Segmenter(undefined, options);
  }
}

/** A hyphen would mark the context around the words. */
const encode = (text: string) =>
  encodeURIComponent(text.replace(/\s+/g, ' ').trim().toWellFormed()).replaceAll('-', '%2D');

/**
 * Returns `text=…`, which makes a browser scroll to words; '' if nothing can be found by them.
 * Browsers find only whole words within one block, so words from several blocks are named by their
 * beginning and end.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function textDirective(found: FoundText): string {
  const exact = wholeWords(found);
  const lines = exact.split(/\s*\n\s*/).filter((line) => line !== '');
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (lines.length === 1 && first.length <= longestExact) return withContext(first, found);
  const start = edge(first, found.language, 'first');
  const end = edge(last, found.language, 'last');
  return start === '' || end === '' ? '' : `text=${encode(start)},${encode(end)}`;
}

/**
 * The text of the tree does not show where a block ends. A word continues only if letters meet, and
 * not in capitals.
 */
function gapBetween(before: string, after: string): string {
  const meet = /[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after);
  return meet && !(/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(after)) ? '' : '\n';
}

/** Cuts off parts of words at the ends; a part of a single word is completed. */
function wholeWords({ exact, prefix, suffix, language }: FoundText): string {
  const before = prefix + gapBetween(prefix, exact);
  const from = before.length;
  const to = from + exact.length;
  const around = before + exact + gapBetween(exact, suffix) + suffix;
  const words = wordsIn(around, language);
  const cutAt = (at: number) => words.find(({ start, end }) => start < at && at < end);
  const [first, last] = [cutAt(from), cutAt(to)];
  const start = first ? first.end : from;
  const end = last ? last.start : to;
  const isWhole = words.some((word) => word.start >= start && word.end <= end);
  if (isWhole) return around.slice(start, end).trim();
  const word = first ?? last;
  // The context may be cut anywhere, so a word that reaches its end may be longer.
  const isKnown = word && word.start > 0 && word.end < around.length;
  return isKnown ? around.slice(word.start, word.end) : '';
}

/** Returns the first or last words of a line, with what is between them. */
function edge(line: string, language: string, which: 'first' | 'last'): string {
  const words = wordsIn(line, language);
  const inOrder = which === 'first' ? words : words.toReversed();
  let count = 0;
  let length = 0;
  for (const { text } of inOrder) {
    if (count >= edgeWords && length >= edgeLength) break;
    count++;
    length += text.length;
  }
  const [one, other] = [inOrder[0], inOrder[count - 1]];
  if (one === undefined || other === undefined) return '';
  return which === 'first' ? line.slice(one.start, other.end) : line.slice(other.start, one.end);
}

function withContext(words: string, { prefix, suffix, language }: FoundText): string {
  if (wordsIn(words, language).length > fewWords) return `text=${encode(words)}`;
  // This stays in one block, and leaves out a word that the context may have cut.
  const before = (/[^\n]*$/.exec(prefix.trimEnd())?.[0] ?? '').trimStart();
  const after = /^[^\n]*/.exec(suffix.trimStart())?.[0] ?? '';
  const left = wordsIn(before, language).slice(1).slice(-contextWords)[0];
  const right = wordsIn(after, language).slice(0, -1).slice(0, contextWords).at(-1);
  const head = left && /\s$/.test(prefix) ? `${encode(before.slice(left.start))}-,` : '';
  const tail = right && /^\s/.test(suffix) ? `,-${encode(after.slice(0, right.end))}` : '';
  return `text=${head}${encode(words)}${tail}`;
}

/**
 * Returns the address with the words to scroll to; its own fragment stays, in case they are not
 * found.
 */
export function addressAt(address: string, found: FoundText): string {
  const directive = textDirective(found);
  if (directive === '') return address;
  const [page = '', fragment = ''] = address.split(/#(.*)/s);
  return `${page}#${fragment.replace(/:~:.*$/s, '')}:~:${directive}`;
}
