import { takesAddress, takesLink } from '../../lib/render/link-edit.ts';
import { linkUseOf, type TextControl } from './link-field.ts';

const brackets = '[[';
/** Comes after the words of a link that is written by hand. */
const toAddress = '](';

/** Both have the same length. */
const { length } = brackets;

/**
 * True if the brackets there ask for the address of existing words, `[words](`, and not for words.
 */
export const asksForAddress = (text: string, at: number): boolean => text.startsWith(toAddress, at);

/** Returns where `[[` or `](` begins if an input event has just completed it before the caret. */
function bracketsJustTyped(field: TextControl, event: Event): number | undefined {
  if (!(event instanceof InputEvent)) return undefined;
  const { value, selectionStart } = field;
  const caret = selectionStart ?? 0;
  if (event.data === '(') {
    const start = caret - length;
    return start >= 0 && asksForAddress(value, start) ? start : undefined;
  }
  if (event.data !== '[') return undefined;
  const found = bracketsBefore(value, caret);
  return found?.query === '' ? found.start : undefined;
}

/**
 * Returns where the query begins if an input event has just started it: brackets in a text, a name
 * in an address field.
 */
export function justTyped(field: TextControl, event: Event): number | undefined {
  if (linkUseOf(field) !== 'address') return bracketsJustTyped(field, event);
  const isLetter = event instanceof InputEvent && event.inputType === 'insertText';
  return isLetter && nameQuery(field.value) !== undefined ? 0 : undefined;
}

/**
 * Returns where the last `[[` before the caret begins, and the query after it; undefined if there
 * is none. `[[[` is just brackets, and a backslash before them means literal brackets.
 */
export function bracketsBefore(
  text: string,
  caret: number,
): { start: number; query: string } | undefined {
  const start = text.lastIndexOf(brackets, caret - length);
  if (caret < length || start < 0 || /[[\\]/.test(text.charAt(start - 1))) return undefined;
  const query = bracketQuery(text, start, caret);
  return query === undefined ? undefined : { start, query };
}

/**
 * Returns the query: the text between `[[` or `](` and the caret. Undefined once it can't be one
 * any more: the caret left it, it continues in another line, was closed, or has a second space,
 * like ordinary text.
 */
export function bracketQuery(text: string, at: number, caret: number): string | undefined {
  const start = at + length;
  const opener = text.slice(at, start);
  if (caret < start || (opener !== brackets && opener !== toAddress)) return undefined;
  const query = text.slice(start, caret);
  const isOver = opener === brackets ? /\n|\]\]| .* / : /[\n)<]| .* /;
  return isOver.test(query) ? undefined : query;
}

/**
 * Returns the query if a name is typed where an address belongs: the whole field. Undefined if it
 * may become an address: with a sign that names do not have, or as the beginning of `https`.
 */
export function nameQuery(text: string): string | undefined {
  const query = text.trim();
  const isName = /^[\p{L}\p{N}][^.:/@#?]*$/u.test(query);
  return isName && !'https'.startsWith(query.toLowerCase()) ? query : undefined;
}

/** True if the text from `at` to the caret can become a link. */
export function canBeLink(text: string, at: number, caret: number): boolean {
  if (asksForAddress(text, at)) return takesAddress(text, { start: at + length, end: caret });
  return takesLink(text.slice(0, at) + text.slice(caret), at);
}

/** Returns the words of a link whose address is requested at `at`. */
export const wordsBefore = (text: string, at: number): string =>
  asksForAddress(text, at) ? text.slice(text.lastIndexOf('[', at) + 1, at) : '';

/** Returns where the address begins that `](` at `at` asks for. */
export const addressStart = (at: number): number => at + length;
