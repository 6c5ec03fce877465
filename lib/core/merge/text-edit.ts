/** A stretch of a text that was replaced, and its replacement; offsets in UTF-16 code units. */
export interface TextEdit {
  from: number;
  to: number;
  by: string;
}

/** Returns the shortest stretch of `before` that must be replaced to get `after`. */
export function textEdit(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, by: after.slice(from, after.length - same) };
}
