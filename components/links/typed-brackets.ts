import type { TextControl } from './link-field.ts';

const brackets = '[[';

/** Where `[[` begins if an input event has completed it right before the caret. */
export function bracketsJustTyped(field: TextControl, event: Event): number | undefined {
  if (!(event instanceof InputEvent) || event.data !== '[') return undefined;
  const found = bracketsBefore(field.value, field.selectionStart ?? 0);
  return found?.query === '' ? found.start : undefined;
}

/**
 * Where the last `[[` before the caret begins, and what is sought behind it; undefined where none is.
 * `[[[` is no more than brackets, and a backslash before them says that one means them.
 */
export function bracketsBefore(
  text: string,
  caret: number,
): { start: number; query: string } | undefined {
  const start = text.lastIndexOf(brackets, caret - brackets.length);
  if (caret < brackets.length || start < 0 || /[[\\]/.test(text.charAt(start - 1)))
    return undefined;
  const query = bracketQuery(text, start, caret);
  return query === undefined ? undefined : { start, query };
}

/**
 * What is sought: the text between `[[` and the caret. Undefined once it cannot be that any more: the
 * caret left it, it goes on in another line, was closed, or has a second space, as ordinary text has.
 */
export function bracketQuery(text: string, at: number, caret: number): string | undefined {
  const start = at + brackets.length;
  if (caret < start || text.slice(at, start) !== brackets) return undefined;
  const query = text.slice(start, caret);
  return /\n|\]\]| .* /.test(query) ? undefined : query;
}
