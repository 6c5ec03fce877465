import { diffIndices } from 'node-diff3';

/** A run of lines that was replaced; `end` is exclusive, and an empty run is before its line. */
export interface Hunk {
  old: { start: number; end: number };
  fresh: { start: number; end: number };
}

/**
 * If the first and last change are further apart than this, all lines between them count as one
 * change.
 */
const maxLines = 2_000;

/** Returns where two texts differ, by lines. */
export function lineHunks(old: readonly string[], fresh: readonly string[]): Hunk[] {
  const shorter = Math.min(old.length, fresh.length);
  let first = 0;
  while (first < shorter && old[first] === fresh[first]) first++;
  if (first === old.length && first === fresh.length) return [];
  let last = 0;
  while (last < shorter - first && old.at(-1 - last) === fresh.at(-1 - last)) last++;
  const [before, after] = [
    old.slice(first, old.length - last),
    fresh.slice(first, fresh.length - last),
  ];
  const run = (start: number, length: number) => ({ start, end: start + length });
  if (Math.max(before.length, after.length) > maxLines) {
    return [{ old: run(first, before.length), fresh: run(first, after.length) }];
  }
  return diffIndices(before, after).map(({ buffer1, buffer2 }) => ({
    old: run(first + buffer1[0], buffer1[1]),
    fresh: run(first + buffer2[0], buffer2[1]),
  }));
}
