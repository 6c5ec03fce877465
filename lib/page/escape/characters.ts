/**
 * What a character is to CommonMark's flanking rules. `symbol`: punctuation since CommonMark 0.31,
 * a letter before that (goldmark, cmark-gfm), so it is safe in neither role.
 * @see https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */
export type CharacterClass = 'space' | 'punctuation' | 'symbol' | 'other';

const punctuation = /\p{P}/u;
const symbol = /\p{S}/u;
const space = /\s/;

export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** `character`: one code point; '' means the beginning or end of a line. */
export function classOf(character: string): CharacterClass {
  const code = character.charCodeAt(0);
  if (character === '' || code <= 32) return 'space';
  if (code < 127) return isAsciiPunctuation(code) ? 'punctuation' : 'other';
  if (space.test(character)) return 'space';
  if (punctuation.test(character)) return 'punctuation';
  return symbol.test(character) ? 'symbol' : 'other';
}

/** Replaces a code point at the beginning or end of a line. */
export const lineEdge = -1;

/** Like `classOf`, by code point. */
export function classOfCode(code: number): CharacterClass {
  if (code <= 32) return 'space';
  if (code < 127) return isAsciiPunctuation(code) ? 'punctuation' : 'other';
  return classOf(String.fromCodePoint(code));
}

export function codeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? lineEdge;
}

/** Returns the code point that ends before `at`. */
export function codeBefore(text: string, at: number): number {
  const last = text.charCodeAt(at - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && at > 1;
  return isPair ? (text.codePointAt(at - 2) ?? last) : last;
}

export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function lastCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && text.length > 1;
  return text.slice(isPair ? -2 : -1);
}

/**
 * Writes the character as an entity: punctuation to the flanking rules, but itself to the reader.
 */
export function asEntity(character: string): string {
  if (character === '\u00a0') return '&nbsp;';
  return `&#${character.codePointAt(0) ?? 0xfffd};`;
}
