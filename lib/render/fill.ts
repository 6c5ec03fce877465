import { findAtoms } from '../markdown/atoms.ts';
import { htmlBlocks, htmlTag, lastHtmlBlock } from '../markdown/blocks/block-starts.ts';
import { displayWidth, isPlain } from './width.ts';

/** What comes before the lines of a paragraph: quote markers, indentation, a list marker. */
export interface LinePrefixes {
  first: string;
  further: string;
}

interface Word {
  text: string;
  /** Written after a word if the line must end there: '' for a plain line end. */
  hardBreak?: string;
}

/**
 * Wraps one paragraph, whose lines come without prefixes, and adds the prefixes; undefined if its
 * lines must stay as they are.
 */
export function fillParagraph(
  lines: readonly string[],
  prefixes: LinePrefixes,
  column: number,
): string[] | undefined {
  const words = splitWords(lines);
  if (isBlockOnOneLine(words)) return undefined;
  // This is checked once for all lines, because in most languages each character takes one column.
  const widthOf = lines.every(isPlain) ? lengthOf : displayWidth;
  const out: string[] = [];
  const furtherWidth = displayWidth(prefixes.further);
  let line = prefixes.first;
  let width = displayWidth(prefixes.first);
  let atStart = true;
  for (const chunk of chunks(words)) {
    const chunkWidth = widthOf(chunk.text);
    if (!atStart && width + 1 + chunkWidth > column) {
      out.push(line);
      line = prefixes.further;
      width = furtherWidth;
      atStart = true;
    }
    line += (atStart ? '' : ' ') + chunk.text;
    width += (atStart ? 0 : 1) + chunkWidth;
    atStart = false;
    if (chunk.hardBreak === undefined) continue;
    out.push(line + chunk.hardBreak);
    line = prefixes.further;
    width = furtherWidth;
    atStart = true;
  }
  if (!atStart) out.push(line);
  return out;
}

const lengthOf = ({ length }: string) => length;

/** GitHub's alerts need their name alone on the first line. */
const alertName = /^\[![A-Za-z]+\]$/;

const isSpace = (char: string | undefined) => char === ' ' || char === '\n' || char === '\t';

/** Splits at white space outside atoms; hard breaks stay with the word before them. */
function splitWords(lines: readonly string[]): Word[] {
  const text = lines.join('\n').replace(/[ \t]+$/, '');
  const words: Word[] = [];
  let word = '';
  const push = (hardBreak?: string) => {
    if (word !== '')
      words.push(hardBreak === undefined ? { text: word } : { text: word, hardBreak });
    word = '';
  };
  const takeSpace = (space: string) => {
    if (/^[ \t]* {2}\n/.test(space)) push('  ');
    else if (space.includes('\n') && words.length === 0 && alertName.test(word)) push('');
    else push();
  };
  // Nearly everything in a post passes here, word by word; regular expressions took half the time
  // of rendering.
  const takeText = (from: number, to: number) => {
    let start = from;
    for (let at = from; at < to; ) {
      const char = text[at];
      if (char === '\\') {
        const isBreak = at + 1 < to && text[at + 1] === '\n';
        at += at + 1 < to && !isSpace(text[at + 1]) ? 2 : 1;
        if (!isBreak) continue;
        word += text.slice(start, at);
        push('');
        at++;
        start = at;
      } else if (isSpace(char)) {
        word += text.slice(start, at);
        start = at;
        while (at < to && isSpace(text[at])) at++;
        takeSpace(at === start + 1 && char === ' ' ? ' ' : text.slice(start, at));
        start = at;
      } else at++;
    }
    word += text.slice(start, to);
  };
  let at = 0;
  const box = /^\[[ xX]\](?=\s)/.exec(text)?.[0];
  if (box !== undefined) {
    word = box;
    at = box.length;
  }
  for (const atom of findAtoms(text)) {
    if (atom.start < at) continue;
    takeText(at, atom.start);
    word += text.slice(atom.start, atom.end).replace(/\n/g, ' ');
    at = atom.end;
  }
  takeText(at, text.length);
  push();
  return words;
}

/** At the start of a line, it would begin a block, underline a heading or divide a table. */
const blockLike =
  /^(?:>|`{3}|~{3}|#{1,6}$|[-+*]$|:$|\d{1,9}[.)]$|[-=_*]+$|[|:-]+$|\[\^[^\]\s]+\]:)/;
const wholeTag = new RegExp(`^(?:${htmlTag})$`);

/**
 * Three backticks open a fence unless others follow on the line; goldmark reads `{.class}` alone on
 * a line as attributes of the heading above.
 */
const opensLine = /^(?:`{3}|\{(?:[.#]|[\w-]+=))/;
const onlyMarks = /^[-_*]+$/;

/** `_` and `__` on two lines are a paragraph, on one line a thematic break. */
function isBlockOnOneLine(words: readonly Word[]): boolean {
  const end = words.findIndex(
    ({ text, hardBreak }) => hardBreak !== undefined || !onlyMarks.test(text),
  );
  return end < 0 || (words[end]?.hardBreak !== undefined && onlyMarks.test(words[end].text));
}

function beginsBlock(word: string): boolean {
  // No block begins with a letter.
  const first = word.charCodeAt(0) | 0x20;
  if (first >= 0x61 && first <= 0x7a) return false;
  if (blockLike.test(word)) return true;
  if (!word.startsWith('<')) return false;
  return htmlBlocks.some(({ start }, index) => index !== lastHtmlBlock && start.test(word));
}

/** True if a line end after the word would turn its last backslash into a hard break. */
function endsInBackslash(word: string): boolean {
  let count = 0;
  while (word[word.length - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

const copyOf = ({ text, hardBreak }: Word): Word =>
  hardBreak === undefined ? { text } : { text, hardBreak };

/** Joins words that must stay on one line. */
function chunks(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  const isOneLine = opensLine.test(words[0]?.text ?? '');
  let aloneIsBlock = true;
  for (const [index, word] of words.entries()) {
    const last = out.at(-1);
    if (!last) {
      out.push(copyOf(word));
      continue;
    }
    // Alone on the first line, a whole tag begins an HTML block, and `***` is a thematic break.
    const before = words[index - 1]?.text ?? '';
    aloneIsBlock &&= isOneLine || onlyMarks.test(before) || (index === 1 && wholeTag.test(before));
    const unsafe = beginsBlock(word.text);
    if (last.hardBreak !== undefined) {
      // Four spaces keep a line of a paragraph from being anything else.
      out.push(unsafe ? { ...word, text: `    ${word.text}` } : copyOf(word));
    } else if (unsafe || aloneIsBlock || endsInBackslash(before)) {
      last.text += ` ${word.text}`;
      if (word.hardBreak !== undefined) last.hardBreak = word.hardBreak;
    } else {
      out.push(copyOf(word));
    }
  }
  return out;
}
