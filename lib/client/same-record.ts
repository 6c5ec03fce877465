/**
 * Whether two versions of a record are the same but for their identity. Nested values are compared
 * by what they say; they are small, and mostly fixed at capture.
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

/** `after` with the objects of `before` where they say the same, so that their rows stay as they are. */
export function keepIdentity<T extends { id: string; updatedAt: string }>(
  before: readonly T[],
  after: readonly T[],
): T[] {
  const known = new Map(before.map((record) => [record.id, record]));
  return after.map((record) => {
    const old = known.get(record.id);
    if (!old || old === record || old.updatedAt !== record.updatedAt) return record;
    return sameRecord(old, record) ? old : record;
  });
}
