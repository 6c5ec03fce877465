import type { PlacedItem } from './check.ts';
import type { ReadPost } from './read-post.ts';

/** Returns where an item is in a draft, whose lines end with `\n`. */
export function placeOf({ lineStarts, text }: ReadPost, { firstLine, lineCount }: PlacedItem) {
  const start = lineStarts[firstLine] ?? text.length;
  const next = lineStarts[firstLine + lineCount];
  return { start, end: next === undefined ? text.length : next - 1 };
}
