const brackets = '[[';

/** Where `[[` begins that was completed right before the caret; undefined where none was. */
export function bracketsBefore(text: string, caret: number): number | undefined {
  const at = caret - brackets.length;
  if (at < 0 || text.slice(at, caret) !== brackets) return undefined;
  // `[[[` is no more than brackets, and a backslash says that one means them.
  return text[at - 1] === '[' || text[at - 1] === '\\' ? undefined : at;
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
