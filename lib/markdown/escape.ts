/**
 * Converts plain text to inline Markdown (CommonMark 0.31, GFM, goldmark's extensions). A character
 * gets a backslash only where it would have a meaning; the context of the text is unknown, so its
 * ends count as such places.
 */
export interface EscapeContext {
  /** `link`: inside `[…]`, where the text never begins a line; else anywhere in a paragraph. */
  inside?: 'paragraph' | 'link';
}

/** Goes between characters that would have a meaning together; nobody sees it. */
export const zeroWidthSpace = '\u200b';

/** Renders plain text as one line of inline Markdown; line breaks become spaces. */
export function escapeText(text: string, context: EscapeContext = {}): string {
  const inLink = context.inside === 'link';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const line = text.replace(/[\u0000-\u0020\u0085\u2028\u2029]+/g, ' ').trim();
  const escaped = escapeInline(line, inLink);
  return inLink ? escaped : escapeLineStart(escaped);
}

const isSpace = (char: string | undefined) => char === ' ';
const isPunctuation = (char: string | undefined) =>
  char !== undefined && /[!-/:-@[-`{-~]/.test(char);
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

function escapeInline(line: string, inLink: boolean): string {
  const brackets = literalBrackets(line, inLink);
  let out = '';
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    out += needsBackslash(line, at, char, brackets) ? `\\${char}` : char;
  }
  return out;
}

function needsBackslash(line: string, at: number, char: string, brackets: Set<number>): boolean {
  const before = line[at - 1];
  const after = line[at + 1];
  switch (char) {
    case '\\':
      return after === undefined || isPunctuation(after);
    case '`':
      return true;
    case '*':
    case '~':
      return !(isSpace(before) && isSpace(after));
    case '_':
      return !((isSpace(before) && isSpace(after)) || (wordEndsAt(line, at) && isWord(after)));
    case '[':
    case ']':
      return !brackets.has(at);
    case '!':
      return after === '[' && brackets.has(at + 1);
    case '<':
      return after === undefined || /[a-z/!?]/i.test(after);
    case '&':
      return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i.test(line.slice(at, at + 40));
    default:
      return false;
  }
}

/** True if a letter or digit is before `at`; a surrogate pair counts as neither. */
function wordEndsAt(line: string, at: number): boolean {
  return isWord(line[at - 1]);
}

/**
 * Returns the brackets without a meaning: balanced, and not those of a link, a footnote, a
 * definition or a task's box. `[13:45]` stays readable.
 */
function literalBrackets(line: string, inLink: boolean): Set<number> {
  const literal = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const char = line[at];
    if (char === '[') open.push(at);
    if (char !== ']') continue;
    const start = open.pop();
    if (start === undefined || open.length > 30) continue;
    const after = line[at + 1];
    const last = after === undefined;
    const meansLink = after === '(' || after === '[' || after === ':' || (last && !inLink);
    const footnote = line[start + 1] === '^';
    const box = start === 0 && at <= 2;
    if (!meansLink && !footnote && !box) literal.add(start).add(at);
  }
  return literal;
}

/** Escapes what would begin a block if the text begins a line. */
function escapeLineStart(line: string): string {
  if (/^(?:#{1,6}|[-+:=]|-{2,}|={2,})(?=\s|$)/.test(line) || /^(?:>|[-=]+$)/.test(line)) {
    return `\\${line}`;
  }
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
