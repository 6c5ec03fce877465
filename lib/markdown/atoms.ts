import { htmlTag } from './blocks/block-starts.ts';

/** A stretch of inline Markdown that contains no text: nothing in it may be escaped or broken. */
export interface Atom {
  kind: 'code' | 'html' | 'autolink' | 'destination';
  start: number;
  /** Exclusive. */
  end: number;
}

const autolink =
  /<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9.-]+)>/y;
const tag = new RegExp(htmlTag, 'y');
const title = /(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))/y;
const markup: readonly [open: string, close: string][] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
];

/**
 * Finds code spans, raw HTML, autolinks and the `(destination "title")` of links, in this order of
 * precedence (CommonMark 0.31, section 6). One pass, linear in the text's length.
 */
export function findAtoms(text: string): Atom[] {
  const atoms: Atom[] = [];
  const closers = backtickRuns(text);
  const exhausted = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '\\') {
      at += 2;
      continue;
    }
    let end = -1;
    let kind: Atom['kind'] = 'code';
    if (char === '`') {
      const length = runLength(text, at);
      end = closers(at + length, length);
      if (end < 0) {
        at += length;
        continue;
      }
    } else if (char === '<') {
      end = matchAt(autolink, text, at);
      kind = end < 0 ? 'html' : 'autolink';
      if (end < 0) end = matchAt(tag, text, at);
      if (end < 0) end = markupEnd(text, at, exhausted);
    } else if (char === ']' && text[at + 1] === '(') {
      end = linkTailEnd(text, at + 1);
      kind = 'destination';
      if (end >= 0) at++;
    }
    if (end < 0) {
      at++;
      continue;
    }
    atoms.push({ kind, start: at, end });
    at = end;
  }
  return atoms;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end++;
  return end - at;
}

/**
 * Returns a function that finds where the next run of exactly `length` backticks at or after a
 * place ends, or -1.
 */
function backtickRuns(text: string): (from: number, length: number) => number {
  const runs = new Map<number, { places: number[]; next: number }>();
  for (const match of text.matchAll(/`+/g)) {
    const ofLength = runs.get(match[0].length) ?? { places: [], next: 0 };
    ofLength.places.push(match.index);
    runs.set(match[0].length, ofLength);
  }
  return (from, length) => {
    const ofLength = runs.get(length);
    if (!ofLength) return -1;
    // Places are requested from left to right, so earlier ones are never needed again.
    while ((ofLength.places[ofLength.next] ?? Number.POSITIVE_INFINITY) < from) ofLength.next++;
    const place = ofLength.places[ofLength.next];
    return place === undefined ? -1 : place + length;
  };
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Returns the end of a comment, processing instruction, declaration or CDATA section at `at`, or
 * -1.
 */
function markupEnd(text: string, at: number, exhausted: Set<string>): number {
  for (const [open, close] of markup) {
    if (!text.startsWith(open, at) || exhausted.has(close)) continue;
    if (open === '<!' && !/[A-Za-z]/.test(text.charAt(at + 2))) continue;
    const end = text.indexOf(close, at + 2);
    if (end >= 0) return end + close.length;
    exhausted.add(close);
  }
  return -1;
}

const maxParentheses = 32;

/** Returns the end of `(destination "title")` whose `(` is at `at`, or -1. */
function linkTailEnd(text: string, at: number): number {
  let end = destinationEnd(text, skipSpace(text, at + 1));
  if (end < 0) return -1;
  const afterSpace = skipSpace(text, end);
  if (afterSpace > end) {
    const titleEnd = matchAt(title, text, afterSpace);
    end = titleEnd < 0 ? afterSpace : skipSpace(text, titleEnd);
  }
  return text[end] === ')' ? end + 1 : -1;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\n') end++;
  return end;
}

function destinationEnd(text: string, at: number): number {
  let depth = 0;
  const angled = text[at] === '<';
  for (let end = angled ? at + 1 : at; ; end++) {
    const char = text[end];
    if (char === '\\' && text[end + 1] !== undefined && text[end + 1] !== '\n') {
      if (!angled && text[end + 1] === ' ') return end + 1;
      end++;
    } else if (angled) {
      if (char === '>') return end + 1;
      if (char === undefined || char === '<' || char === '\n') return -1;
    } else if (char === '(') {
      if (++depth > maxParentheses) return -1;
    } else if (char === ')' && depth-- === 0) {
      return end;
    } else if (char === undefined || char <= ' ') {
      return depth === 0 ? end : -1;
    }
  }
}
