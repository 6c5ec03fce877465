import type { Token } from '../outline/inline-run.ts';

/** Digits and signs that Unicode has as superscripts and subscripts, character for character. */
const characters: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  sup: new Map(zip('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ')),
  sub: new Map(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')),
};

/** Endings of words and signs that read the same on the line: `1st`, `M.me`, `TM`. */
const endings = /^(?:st|nd|rd|th|er|re|e|è|ère|ème|me|mes|es|de|do|o|os|a|as|ª|º|tm|sm|®|™|©)\.?$/i;

/** Marks of notes, or the end of one, and of other things beside a word, which are not raised themselves. */
const beside = /^[[\](*†‡§¶#]/;

function zip(from: string, to: string): [string, string][] {
  return [...from].map((character, at) => [character, [...to][at] ?? character]);
}

/** How text above or below the line is written if HTML is left out. */
export type Raised =
  /** Each of its characters is replaced. */
  | { by: 'characters'; map: ReadonlyMap<string, string> }
  /** After a sign, in parentheses if it is more than a word. */
  | { by: 'sign'; sign: '^' | '_'; isWord: boolean }
  /** Unchanged. */
  | { by: 'nothing' };

/** @param inside the tokens of a `sup` or `sub` */
export function raisedForm(name: string, inside: readonly Token[]): Raised {
  let text = '';
  for (const token of inside) {
    if (token.type === 'text' || token.type === 'code') text += token.text;
    // Pictures and line ends are not raised.
    else if (token.type !== 'open' && token.type !== 'close') return { by: 'nothing' };
  }
  const map = characters[name];
  if (!map || text === '') return { by: 'nothing' };
  const holds = (type: Token['type']) => inside.some((token) => token.type === type);
  if (!holds('code') && [...text].every((character) => map.has(character))) {
    return { by: 'characters', map };
  }
  const isLink = inside.some((token) => token.type === 'open' && token.mark.kind === 'link');
  if (isLink || beside.test(text) || (name === 'sup' && endings.test(text.trim()))) {
    return { by: 'nothing' };
  }
  const isWord = /^[\p{L}\p{M}\p{N}]+$/u.test(text) && inside.length === 1;
  return { by: 'sign', sign: name === 'sup' ? '^' : '_', isWord };
}

/** Writes the text in other characters. */
export const inCharacters = (text: string, map: ReadonlyMap<string, string>): string =>
  [...text].map((character) => map.get(character) ?? character).join('');
