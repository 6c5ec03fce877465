import { noteProblem } from '../../core/base/problem.ts';
import { textContent } from '../safe-dom.ts';

/** More than any known page's state; longer data is not parsed. */
const maxLength = 8_000_000;

/**
 * Returns the data in a script element; undefined if there is none, or it is broken or too long.
 */
export function jsonIn(script: Element | undefined): unknown {
  const text = script ? (textContent(script) ?? '') : '';
  if (text === '' || text.length > maxLength) return undefined;
  try {
    return JSON.parse(text);
  } catch (thrown) {
    // The site has changed what it writes there.
    noteProblem('page.json', thrown);
    return undefined;
  }
}

/** Returns the value at a path of own properties; undefined if the path ends before. */
export function valueAt(value: unknown, ...path: string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** Returns the text at a path, or ''. */
export function stringAt(value: unknown, ...path: string[]): string {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : '';
}

/**
 * Returns the first object with this own property, breadth first; undefined if there is none near.
 */
export function objectWith(root: unknown, name: string): unknown {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < 5_000; at++) {
    const value = queue[at];
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, name)) return value;
    queue.push(...Object.values(value).slice(0, 500));
  }
  return undefined;
}
