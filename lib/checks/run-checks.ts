import type { Check, CheckContext, Found } from './check.ts';
import type { CheckId } from './check-ids.ts';
import { readPost } from './read-post.ts';
import { checks } from './registry.ts';

/** A message about a place in a post. */
export interface Finding extends Found {
  rule: CheckId;
  /** Its first and last line, from 0. */
  firstLine: number;
  lastLine: number;
  /** The item there, in a draft. */
  itemId?: string;
}

/**
 * Returns what may be wrong in a post, from its beginning to its end.
 * @param text the whole post, front matter included
 * @param off ids of checks that are switched off
 */
export function runChecks(
  text: string,
  context: CheckContext = {},
  off: ReadonlySet<string> = new Set(),
): Finding[] {
  const post = readPost(text);
  const items = (context.items ?? []).filter(({ lineCount }) => lineCount > 0);
  const place = (rule: CheckId, found: Found): Finding => {
    const firstLine = lineAt(post.lineStarts, found.start);
    const lastLine = Math.max(
      firstLine,
      lineAt(post.lineStarts, Math.max(found.start, found.end - 1)),
    );
    const item = items[lastAtMost(items, firstLine, (each) => each.firstLine)];
    const isThere = item !== undefined && firstLine < item.firstLine + item.lineCount;
    return { rule, ...found, firstLine, lastLine, ...(isThere ? { itemId: item.item.id } : {}) };
  };
  return checks
    .filter(({ id }) => !off.has(id))
    .flatMap((check: Check) =>
      [...check.find(post, context)].map((found) => place(check.id, found)),
    )
    .sort((one, other) => one.start - other.start || one.end - other.end);
}

const lineAt = (starts: readonly number[], at: number) => lastAtMost(starts, at, (start) => start);

/**
 * Returns the index of the last of the ascending values that is not above a value; -1 if there is
 * none.
 */
function lastAtMost<T>(sorted: readonly T[], value: number, of: (each: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(sorted[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
