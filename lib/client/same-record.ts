/**
 * True if two versions of a record have equal content. Nested values are compared by content; they
 * are small, and mostly fixed at capture.
 */
function sameRecord<T extends object>(one: T, other: T): boolean {
  const keys = Object.keys(one) as (keyof T)[];
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => {
      const [a, b] = [one[key], other[key]];
      if (a === b) return true;
      return typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b);
    })
  );
}

/**
 * Returns `after`, or the previous object if its content is equal, so that its row stays as it is.
 */
export function keepSame<T extends { updatedAt: string }>(before: T | undefined, after: T): T {
  if (!before || before === after || before.updatedAt !== after.updatedAt) return after;
  return sameRecord(before, after) ? before : after;
}

/** Does the same for objects without a timestamp. */
export function keepEqual<T extends object>(before: T | undefined, after: T): T {
  return before && sameRecord(before, after) ? before : after;
}

/**
 * Returns `after`, or the previous map if its content is equal, so that what is drawn from it
 * stays.
 */
export function keepSameMap<K, V>(
  before: ReadonlyMap<K, V> | undefined,
  after: ReadonlyMap<K, V>,
): ReadonlyMap<K, V> {
  const isSame =
    before?.size === after.size && [...after].every(([key, value]) => before.get(key) === value);
  return isSame ? before : after;
}
