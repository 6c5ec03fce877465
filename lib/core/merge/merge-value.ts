import { mergeText } from './merge-text.ts';

/**
 * How a text is merged: `prose` by words, and if both sides changed the same words, both stay;
 * `line` by words, and if that fails, mine wins; `whole` not at all, since half of one address and
 * half of another lead nowhere.
 */
export type TextMerge = 'prose' | 'line' | 'whole';

export type Side = 'mine' | 'theirs';

export interface Merged {
  value: unknown;
  /** True if both sides changed the same text in different ways. */
  clash: boolean;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True if two values of stored records are equal; the order of keys does not count. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => isSameValue(value, other[at]));
  }
  if (!isFields(one) || !isFields(other)) return false;
  return keysOf(one, other).every((key) => isSameValue(own(one, key), own(other, key)));
}

const keysOf = (...all: Fields[]): string[] => [
  ...new Set(all.flatMap((each) => Object.keys(each))),
];
/** An absent field counts as one without a value. */
const own = (fields: Fields, key: string): unknown =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

const prose: ReadonlySet<string> = new Set([
  'note',
  'editedMarkdown',
  'footer',
  'template',
  'alt',
  'caption',
]);
const whole: ReadonlySet<string> = new Set(
  'url slug date startsAt timeZone path fileName linkUrl sourcePublished picture assetId slides repository key imagePath contentFolder staticFolder deletedAt archivedAt order wrapUpId landing tray seenAt triagedAt styleId'.split(
    ' ',
  ),
);

/** Returns how a field of a stored record is merged, by its name. */
export function textMergeOf(field: string): TextMerge {
  if (prose.has(field)) return 'prose';
  return whole.has(field) ? 'whole' : 'line';
}

/**
 * Merges three ways: `mine` and `theirs` were both made from `base`. Objects are merged field by
 * field, lists of objects by their `id`, lists of words as sets. If only one side changed
 * something, its value wins.
 * @param field name of the field that holds the value, which decides how its text is merged
 * @param prefer whose value wins if both sides changed it and it can't be merged
 */
export function mergeValue(
  field: string,
  base: unknown,
  mine: unknown,
  theirs: unknown,
  prefer: Side = 'mine',
): Merged {
  if (isSameValue(mine, theirs) || isSameValue(theirs, base)) return { value: mine, clash: false };
  if (isSameValue(mine, base)) return { value: theirs, clash: false };
  if (typeof mine === 'string' && typeof theirs === 'string') {
    return mergeTexts(field, typeof base === 'string' ? base : '', mine, theirs, prefer);
  }
  const [ourList, theirList] = [asList(mine, theirs), asList(theirs, mine)];
  if (ourList && theirList) {
    return mergeLists(field, Array.isArray(base) ? base : [], ourList, theirList, prefer);
  }
  if (isFields(mine) && isFields(theirs)) {
    return mergeFields(isFields(base) ? base : {}, mine, theirs, prefer);
  }
  const isText = typeof mine === 'string' || typeof theirs === 'string';
  // Of two choices the last one wins, and nobody loses a word.
  return { value: prefer === 'mine' ? mine : theirs, clash: isText || prefer === 'theirs' };
}

/** A list that is not there yet, or no longer, counts as empty. */
function asList(value: unknown, other: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return value === undefined && Array.isArray(other) ? [] : undefined;
}

function mergeTexts(
  field: string,
  base: string,
  mine: string,
  theirs: string,
  prefer: Side,
): Merged {
  // A missing value counts as empty: nobody wrote it.
  if (mine === base || theirs === base) {
    return { value: mine === base ? theirs : mine, clash: false };
  }
  const how = textMergeOf(field);
  const preferred = { value: prefer === 'mine' ? mine : theirs, clash: true };
  if (how === 'whole') return preferred;
  if (how === 'line' && base === '') {
    // Both sides continued each other's text, or wrote two different lines.
    if (mine.startsWith(theirs)) return { value: mine, clash: false };
    if (theirs.startsWith(mine)) return { value: theirs, clash: false };
    return preferred;
  }
  const { text, clash } = mergeText(base, mine, theirs);
  return clash && (how === 'line' || prefer === 'theirs') ? preferred : { value: text, clash };
}

function mergeFields(base: Fields, mine: Fields, theirs: Fields, prefer: Side): Merged {
  const merged = keysOf(theirs, mine).map(
    (key) =>
      [key, mergeValue(key, own(base, key), own(mine, key), own(theirs, key), prefer)] as const,
  );
  return {
    // This defines own fields, even `__proto__`.
    value: Object.fromEntries(
      merged.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])),
    ),
    clash: merged.some(([, { clash }]) => clash),
  };
}

/** Returns what identifies an entry of a list: its id, or the entry itself if it is a word. */
function keyOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  const id = isFields(entry) ? own(entry, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

function keyed(list: readonly unknown[]): Map<string, unknown> | undefined {
  const entries = new Map<string, unknown>();
  for (const entry of list) {
    const key = keyOf(entry);
    if (key === undefined || entries.has(key)) return undefined;
    entries.set(key, entry);
  }
  return entries;
}

function mergeLists(
  field: string,
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  prefer: Side,
): Merged {
  const [before, ours, others] = [keyed(base), keyed(mine), keyed(theirs)];
  if (!before || !ours || !others) return mergeByPlace(field, base, mine, theirs, prefer);
  let clash = false;
  const merged = new Map<string, unknown>();
  for (const [key, entry] of others) {
    if (ours.has(key)) {
      const both = mergeValue(field, before.get(key), ours.get(key), entry, prefer);
      clash ||= both.clash;
      merged.set(key, both.value);
    } else if (!before.has(key)) merged.set(key, entry);
    else if (!isSameValue(before.get(key), entry)) {
      // It was removed here and changed there, so what was typed stays.
      merged.set(key, entry);
      clash = true;
    }
  }
  for (const [key, entry] of ours) {
    if (others.has(key)) continue;
    const isGone = before.has(key);
    if (isGone && isSameValue(before.get(key), entry)) continue;
    clash ||= isGone;
    merged.set(key, entry);
  }
  const order = isMoved(before, others) ? [...others.keys()] : [...ours.keys()];
  return { value: inOrder(merged, order, [...ours.keys()]), clash };
}

/** True if a side reordered the entries that it kept. */
function isMoved(before: Map<string, unknown>, after: Map<string, unknown>): boolean {
  const kept = [...before.keys()].filter((key) => after.has(key));
  const stand = [...after.keys()].filter((key) => before.has(key));
  return kept.some((key, at) => key !== stand[at]);
}

/** Sorts the entries by `order`; an unknown one stays after the entry before it. */
function inOrder(
  entries: Map<string, unknown>,
  order: readonly string[],
  otherOrder: readonly string[],
): unknown[] {
  const keys = order.filter((key) => entries.has(key));
  for (const key of entries.keys()) {
    if (keys.includes(key)) continue;
    const neighbours = otherOrder.includes(key) ? otherOrder : [...entries.keys()];
    const before = neighbours.slice(0, neighbours.indexOf(key)).reverse();
    const at = keys.indexOf(before.find((each) => keys.includes(each)) ?? '');
    keys.splice(at + 1, 0, key);
  }
  return keys.map((key) => entries.get(key));
}

/**
 * Merges lists whose entries have no identity: position by position if no side added or removed
 * any.
 */
function mergeByPlace(
  field: string,
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  prefer: Side,
): Merged {
  if (mine.length !== base.length || theirs.length !== base.length) {
    return { value: prefer === 'mine' ? mine : theirs, clash: true };
  }
  const merged = mine.map((entry, at) => mergeValue(field, base[at], entry, theirs[at], prefer));
  return { value: merged.map(({ value }) => value), clash: merged.some((each) => each.clash) };
}
