/**
 * Returns where a caret goes when `before` becomes `after`: after the same words, and before
 * anything inserted at its place. Offsets in UTF-16 code units.
 */
export function caretAfter(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (caret <= start) return caret;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const changedTo = before.length - end;
  return caret >= changedTo ? caret + after.length - before.length : after.length - end;
}
