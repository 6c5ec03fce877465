import type { Item } from './item.ts';

/** Where items go: after the one with this id, or to the beginning (null). */
export type After = string | null;

/**
 * Returns `ids` with `moving`, in their order, put after `after`; if that moves itself, the item
 * before it counts.
 */
export function arranged(
  ids: readonly string[],
  moving: readonly string[],
  after: After,
): string[] {
  const going = new Set(moving);
  const upTo = after === null ? 0 : ids.indexOf(after) + 1;
  const before = ids.slice(0, upTo).filter((id) => !going.has(id));
  const behind = ids.slice(upTo).filter((id) => !going.has(id));
  return [...before, ...ids.filter((id) => going.has(id)), ...behind];
}

/** Returns what remains at or before `after` when `moving` move. */
export function restingBefore(
  ids: readonly string[],
  moving: readonly string[],
  after: After,
): After {
  if (after === null || !moving.includes(after)) return after;
  return ids.slice(0, ids.indexOf(after)).findLast((id) => !moving.includes(id)) ?? null;
}

/**
 * Returns the item that `moving` follow after moving by one row, together; undefined if they can't.
 * Scattered items first come together.
 */
export function stepped(
  ids: readonly string[],
  moving: readonly string[],
  by: -1 | 1,
): After | undefined {
  const going = new Set(moving);
  const first = ids.findIndex((id) => going.has(id));
  if (first < 0) return undefined;
  const last = ids.findLastIndex((id) => going.has(id));
  const isApart = ids.slice(first, last + 1).some((id) => !going.has(id));
  const rest = ids.filter((id) => !going.has(id));
  const above = ids.slice(0, by < 0 ? first : last).filter((id) => !going.has(id)).length;
  if (by < 0) return above > 0 ? (rest[above - 2] ?? null) : isApart ? null : undefined;
  return above < rest.length ? rest[above] : isApart ? rest.at(-1) : undefined;
}

const levels = ['h1', 'h2', 'h3', 'h4'];

/** Returns 1 to 4 for a heading; undefined for anything else. */
const levelOf = (item: Item): number | undefined => {
  const at = item.kind === 'section' ? levels.indexOf(item.form) : -1;
  return at < 0 ? undefined : at + 1;
};

const isLeadIn = (item: Item) => item.kind === 'section' && item.form === 'lead-in';

/** A lead-in holds only bullets and quotes. */
function followsLeadIn(item: Item): boolean {
  if (item.kind === 'quote') return true;
  return (
    (item.kind === 'link' || item.kind === 'moment' || item.kind === 'note') &&
    item.form === 'bullet'
  );
}

/**
 * Returns the ids of a section, its own first; for any other item only its own.
 * @param get returns an item; undefined if it has not been read, because only sections and parts
 * need to be
 */
export function sectionIds(
  ids: readonly string[],
  get: (id: string) => Item | undefined,
  id: string,
): string[] {
  const from = ids.indexOf(id);
  const head = from < 0 ? undefined : get(id);
  if (head === undefined) return [];
  const level = levelOf(head);
  const isEnd = (each: string): boolean => {
    const item = get(each);
    if (level === undefined) return !isLeadIn(head) || !item || !followsLeadIn(item);
    if (item === undefined) return false;
    return item.kind === 'part' || (levelOf(item) ?? Number.POSITIVE_INFINITY) <= level;
  };
  const length = ids.slice(from + 1).findIndex(isEnd);
  return ids.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** Does the same for items that have all been read. */
export function sectionRange(items: readonly Item[], id: string): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = sectionIds([...byId.keys()], (each) => byId.get(each), id);
  return ids.flatMap((each) => byId.get(each) ?? []);
}

/**
 * Returns the item that a section follows after moving by one step with everything under it: past a
 * whole section if an equal or smaller one is beside it, else past one item. Undefined if it can't
 * move.
 */
export function sectionStep(items: readonly Item[], id: string, by: -1 | 1): After | undefined {
  const range = sectionRange(items, id);
  const [head, last] = [range.at(0), range.at(-1)];
  if (head === undefined || last === undefined) return undefined;
  if (by > 0) {
    const next = items[items.indexOf(last) + 1];
    if (next === undefined) return undefined;
    return (isSmaller(next, head) ? sectionRange(items, next.id).at(-1) : next)?.id;
  }
  const above = items.slice(0, items.indexOf(head));
  const start = above.find(
    (item) => isSmaller(item, head) && sectionRange(items, item.id).at(-1) === above.at(-1),
  );
  const passed = start ?? above.at(-1);
  if (passed === undefined) return undefined;
  return above[above.indexOf(passed) - 1]?.id ?? null;
}

/** True for a heading of the same or a lower level, or a lead-in beside a lead-in. */
function isSmaller(item: Item, head: Item): boolean {
  const [level, own] = [levelOf(item), levelOf(head)];
  return level === undefined || own === undefined ? isLeadIn(item) && isLeadIn(head) : level >= own;
}
