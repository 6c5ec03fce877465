/** Words of a page, and what stands around them there. */
export interface FoundText {
  /** A line end stands between blocks of the page. */
  exact: string;
  prefix: string;
  suffix: string;
  /** BCP 47 tag, or ''. */
  language: string;
}

/** Words that are looked for as a whole; longer ones by their beginning and end. */
const longestExact = 300;
/** How much of the beginning, or end, is enough to find it by. */
const edgeWords = 5;
const edgeLength = 24;
/** So few words may stand on a page more than once. */
const fewWords = 3;
const contextWords = 3;

interface Word {
  text: string;
  start: number;
  end: number;
}

/** The words of a text, as browsers find their borders: also where there are no spaces between them. */
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
    // What a page says its language is may be no tag: words are found without it, too.
    return new Intl.Segmenter(undefined, options);
  }
}

/** A hyphen would mark what stands around the words. */
const encode = (text: string) =>
  encodeURIComponent(text.replace(/\s+/g, ' ').trim().toWellFormed()).replaceAll('-', '%2D');

/**
 * `text=…`, which makes a browser scroll to words; '' if nothing can be found by them. Browsers
 * find whole words only, and what stands in one block: words of several are named by their
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
 * A block's end shows nowhere in the text of the tree: a word goes on only where letters meet, and does not go
 * on in capitals.
 */
function gapBetween(before: string, after: string): string {
  const meet = /[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after);
  return meet && !(/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(after)) ? '' : '\n';
}

/** Without the parts of words at the ends; a part of a single word is made whole. */
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
  // The context is cut somewhere: what reaches its end may go on.
  const isKnown = word && word.start > 0 && word.end < around.length;
  return isKnown ? around.slice(word.start, word.end) : '';
}

/** The first words of a line, or the last, with what stands between them. */
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
  // In one block, and without the word that the context may be cut in.
  const before = (/[^\n]*$/.exec(prefix.trimEnd())?.[0] ?? '').trimStart();
  const after = /^[^\n]*/.exec(suffix.trimStart())?.[0] ?? '';
  const left = wordsIn(before, language).slice(1).slice(-contextWords)[0];
  const right = wordsIn(after, language).slice(0, -1).slice(0, contextWords).at(-1);
  const head = left && /\s$/.test(prefix) ? `${encode(before.slice(left.start))}-,` : '';
  const tail = right && /^\s/.test(suffix) ? `,-${encode(after.slice(0, right.end))}` : '';
  return `text=${head}${encode(words)}${tail}`;
}

/** The address at words of its page; a fragment that it has stays, for where they are not found. */
export function addressAt(address: string, found: FoundText): string {
  const directive = textDirective(found);
  if (directive === '') return address;
  const [page = '', fragment = ''] = address.split(/#(.*)/s);
  return `${page}#${fragment.replace(/:~:.*$/s, '')}:~:${directive}`;
}
