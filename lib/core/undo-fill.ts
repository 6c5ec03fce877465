import type { WrapUpDetails } from './wrap-up.ts';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What takes a filling back: each value that still is as it was filled becomes what it was before;
 * what was typed since stays.
 */
export function undoFill(
  now: WrapUpDetails,
  before: WrapUpDetails,
  filled: Partial<WrapUpDetails>,
): Partial<WrapUpDetails> {
  const changes: Partial<WrapUpDetails> = {};
  for (const key of Object.keys(filled) as (keyof WrapUpDetails)[]) {
    const value = undoValue(now[key], before[key], filled[key]);
    if (!isSame(value, now[key])) Object.assign(changes, { [key]: value });
  }
  return changes;
}

function undoValue(now: unknown, before: unknown, filled: unknown): unknown {
  if (isSame(now, filled)) return before;
  if (Array.isArray(now) && Array.isArray(before) && Array.isArray(filled)) {
    const added = filled.filter((each) => !before.some((other) => isSame(other, each)));
    return now.filter((each) => !added.some((other) => isSame(other, each)));
  }
  if (isFields(now) && isFields(before) && isFields(filled)) {
    return Object.fromEntries(
      Object.entries(now).map(([name, value]) => [
        name,
        isSame(value, filled[name]) ? before[name] : value,
      ]),
    );
  }
  return now;
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
