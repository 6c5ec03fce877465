import type { Token } from '../outline/inline-run.ts';
import { isAsciiPunctuation } from './characters.ts';
import { codeBeside, isFlanking, type RunFacts } from './run-facts.ts';

/** Where a text token is. */
export interface TextPlace {
  facts: RunFacts;
  tokens: readonly Token[];
  /** Its index among the run's tokens. */
  index: number;
  inLink: boolean;
  inCell: boolean;
  /** A link or picture follows. */
  beforeBracket: boolean;
  /** Where in its token the text begins; what is before it is written as an entity. */
  offset: number;
}

const anySpecial = /[\\`[\]<&|@*_~{]|!$|:\/\/|www\./i;
const entity = /^&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]{1,31});/i;
const semicolon = 59;

/** By code, whether a character can have a meaning in Markdown. */
const specials = new Uint8Array(128);
for (const character of '\\`[]<&|@*_~{!:wW') specials[character.charCodeAt(0)] = 1;

/**
 * Writes text of a page as Markdown: with a backslash only where a character would have a meaning.
 * One pass, character by character, because a page may consist of such characters.
 */
export function escapeText(text: string, place: TextPlace): string {
  if (!anySpecial.test(text)) return text;
  const { active } = place.facts;
  const brackets = place.facts.brackets.get(place.index);
  /** 1 where a backslash goes. */
  let marks: Uint8Array | undefined;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || specials[code] === 0) continue;
    const start = at;
    let isMarked = false;
    switch (code) {
      case 42: // *
      case 95: // _
      case 126: // ~
        while (text.charCodeAt(at + 1) === code) at++;
        isMarked =
          isActive(code, active) &&
          // Before anything but a space it may open; `_` only outside a word.
          ((code !== 95 && at + 1 < text.length && text.charCodeAt(at + 1) !== 32) ||
            isDelimiter(code, start, at + 1, place));
        break;
      case 91: // [
      case 93: // ]
        isMarked = brackets?.[at + place.offset] === 1;
        break;
      default:
        isMarked = isEscaped(code, text, at, place);
    }
    if (!isMarked) continue;
    marks ??= new Uint8Array(text.length);
    // Every one of a run of delimiters; of `www.` only the point.
    if (code === 87 || code === 119) marks[at + 3] = 1;
    else for (let each = start; each <= at; each++) marks[each] = 1;
    count += at + 1 - start;
  }
  const escaped = marks === undefined ? text : withBackslashes(text, marks, count);
  // Hugo looks for its summary divider before it reads Markdown, and ignores backslashes.
  return escaped.replaceAll('<!--', '&lt;!--');
}

/** With a mark in every few characters, pieces of strings cost more than their content. */
const densest = 1 / 8;
const chunk = 8_192;
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

function withBackslashes(text: string, marks: Uint8Array, count: number): string {
  if (count < text.length * densest) {
    let written = '';
    let from = 0;
    for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) {
      written += `${text.slice(from, at)}\\`;
      from = at;
    }
    return written + text.slice(from);
  }
  const codes = new Uint16Array(text.length + count);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    if (marks[at] === 1) codes[end++] = 92;
    codes[end++] = text.charCodeAt(at);
  }
  // Half of a pair would be replaced.
  if (text.isWellFormed()) return decoder.decode(codes.subarray(0, end));
  const parts: string[] = [];
  for (let at = 0; at < end; at += chunk) {
    // As a spread, they would go through an iterator, one by one.
    parts.push(String.fromCharCode.apply(null, codes.subarray(at, at + chunk) as never));
  }
  return parts.join('');
}

/** True if the character gets a backslash before it. */
function isEscaped(code: number, text: string, at: number, place: TextPlace): boolean {
  switch (code) {
    case 92: {
      const next = text.charCodeAt(at + 1);
      return at + 1 === text.length || next === 32 || isAsciiPunctuation(next);
    }
    case 96: // `
      return place.facts.active['`'];
    case 60: // <
      return !text.startsWith('<!--', at) && opensTag(text, at);
    case 38: // &
      return entity.test(text.slice(at, at + 40));
    case 124: // |
      return place.inCell;
    case 33: // !
      return place.beforeBracket && at + 1 === text.length;
    case 123: // {
      return text.charAt(at - 1) === '{' && /^(?:[<%]|$)/.test(text.charAt(at + 1));
    case 87: // W
    case 119: // w
      return !place.inLink && isBareAddress(text, at);
    case 58: // :
      return (
        !place.inLink &&
        text.startsWith('//', at + 1) &&
        /(?:https?|ftp)$/i.test(text.slice(Math.max(0, at - 6), at))
      );
    default:
      // @
      return !place.inLink && isMail(text, at);
  }
}

const isActive = (code: number, active: RunFacts['active']): boolean =>
  code === 42 ? active['*'] : code === 95 ? active._ : active['~'];

/** True if the run of delimiters from `start` to `end` could be read as marks. */
function isDelimiter(
  code: number,
  start: number,
  end: number,
  { tokens, index, offset }: TextPlace,
): boolean {
  const isFirst = start === 0 && offset > 0;
  const before = isFirst ? semicolon : codeBeside(tokens, index, start + offset, -1);
  return isFlanking(code, before, codeBeside(tokens, index, end + offset, 1));
}

/** True if `www.` begins a link by itself here: if no letter comes before it. */
function isBareAddress(text: string, at: number): boolean {
  const isFound = text.charAt(at + 3) === '.' && /^www$/i.test(text.slice(at, at + 3));
  if (!isFound || at + 4 === text.length || text.charCodeAt(at + 4) === 32) return false;
  return !/[a-z\d]/i.test(text.charAt(at - 1));
}

/** True if a tag, a comment or an address in angle brackets may begin here. */
function opensTag(text: string, at: number): boolean {
  if (/[a-z/!?]/i.test(text.charAt(at + 1))) return true;
  return /^[^\s<>]{1,200}@/.test(text.slice(at + 1, at + 202));
}

function isMail(text: string, at: number): boolean {
  return (
    /[\w.+-]/.test(text.charAt(at - 1)) && /^[\w.-]*\.[\w-]/.test(text.slice(at + 1, at + 200))
  );
}
