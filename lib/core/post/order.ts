import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** The longest key that is written; the schema allows it, and moves come nowhere near it. */
export const maxOrderLength = 200;

export interface Ordered {
  id: string;
  /** Fractional index; compared by code unit. */
  order: string;
}

/** The place of an item in a wrap-up; an item that is deleted or can't be read keeps its key. */
export interface StoredPlace extends Ordered {
  /** True if lists show it. */
  shown: boolean;
}

/** Items with equal keys (from two devices, or a restored backup) are sorted by their ids. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Returns a key between two neighbours (undefined: none on that side), or undefined if there is no
 * room: the keys are equal or broken, or the new one would be too long.
 */
export function keyBetween(before?: string, after?: string): string | undefined {
  if (before !== undefined && after !== undefined && before >= after) return undefined;
  try {
    const key = generateKeyBetween(before ?? null, after ?? null);
    return key.length <= maxOrderLength ? key : undefined;
  } catch {
    // One of them is no key, so the caller makes new ones.
    return undefined;
  }
}

/**
 * Returns a key for the end of a list whose last key is `last` (undefined: the list is empty). If
 * that is no key (a broken row), it returns the smallest key after it, and new keys continue from
 * there.
 */
export function keyAfter(last?: string): string {
  return keyBetween(last) ?? firstKeyBehind(last ?? '');
}

/** Keys of whole numbers begin with a letter that gives their length. */
function firstKeyBehind(last: string): string {
  const head = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => letter > last.slice(0, 1)) ?? 'z';
  const key = head + '0'.repeat(head.charCodeAt(0) - 'a'.charCodeAt(0) + 1);
  return key > last ? key : firstKey;
}

const firstKey = generateKeyBetween(null, null);

/** Returns `count` keys after `last`, in order. */
export function keysAfter(last: string | undefined, count: number): string[] {
  const keys: string[] = [];
  for (let n = 0; n < count; n++) keys.push(keyAfter(keys.at(-1) ?? last));
  return keys;
}

/**
 * Returns the keys to write so that the items `ids` come, in this order, right before the item
 * `beforeId` (undefined: at the end). `items` are all items of the wrap-up in their order,
 * including deleted ones, whose keys are taken. One row is written for each moved item; all keys
 * are replaced only if there is no room.
 */
export function planMove(
  items: readonly Ordered[],
  ids: readonly string[],
  beforeId: string | undefined,
): Map<string, string> {
  const moving = new Set(ids);
  const resting = items.filter((item) => !moving.has(item.id));
  const found = resting.findIndex((item) => item.id === beforeId);
  const index = found < 0 ? resting.length : found;
  const after = resting[index]?.order;
  const plan = new Map<string, string>();
  let before = resting[index - 1]?.order;
  for (const id of moving) {
    const key = keyBetween(before, after);
    if (key === undefined) return rebalance(resting, [...moving], index);
    plan.set(id, key);
    before = key;
  }
  return plan;
}

function rebalance(
  resting: readonly Ordered[],
  ids: readonly string[],
  index: number,
): Map<string, string> {
  const order = resting.map((item) => item.id).toSpliced(index, 0, ...ids);
  const keys = generateNKeysBetween(null, null, order.length);
  return new Map(order.map((id, n) => [id, keys[n] ?? firstKey]));
}
