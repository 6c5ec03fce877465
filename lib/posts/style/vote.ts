/** One observation of a habit, in a post of this weight. */
export interface Seen<T> {
  value: T;
  weight: number;
}

/** What most posts do, and how many of how many do it. */
export interface Vote<T> {
  value: T;
  count: number;
  all: number;
  /** Total weight of the observations with this value. */
  weight: number;
  /** Their part of the total weight, from 0 to 1. */
  share: number;
  /** True if all posts do the same. */
  unanimous: boolean;
}

/** The newest post weighs twice as much as the twelfth after it. */
export const weightOf = (rank: number): number => 2 ** (-rank / 12);

export const weightOfAll = (seen: readonly { weight: number }[]): number =>
  seen.reduce((all, { weight }) => all + weight, 0);

/**
 * True if it occurs often enough to be expected in the next post. Of more than three posts, at least two have to do
 * it, with this part of their total weight; fewer posts are too few to tell.
 */
export const isHabit = (
  { count, weight }: Pick<Vote<unknown>, 'count' | 'weight'>,
  posts: readonly { weight: number }[],
  part: number,
): boolean => posts.length < 4 || (count > 1 && weight >= weightOfAll(posts) * part);

/**
 * Returns the observation with the greatest weight; of equal ones the first. Undefined if there are
 * none.
 */
export function vote<T>(seen: readonly Seen<T>[]): Vote<T> | undefined {
  const forms = new Map<string, { value: T; weight: number; count: number }>();
  for (const { value, weight } of seen) {
    const key = JSON.stringify(value) ?? '';
    const form = forms.get(key) ?? { value, weight: 0, count: 0 };
    forms.set(key, { value: form.value, weight: form.weight + weight, count: form.count + 1 });
  }
  const [most] = [...forms.values()].sort((one, other) => other.weight - one.weight);
  if (most === undefined) return undefined;
  const { value, count, weight } = most;
  const share = weight / weightOfAll(seen);
  return { value, count, all: seen.length, weight, share, unanimous: forms.size === 1 };
}

/**
 * Returns what the newest three observations have in common, as that is what a house does now; else
 * what most do.
 * @param seen the newest first
 */
export function current<T>(seen: readonly Seen<T>[]): Vote<T> | undefined {
  const [first] = seen;
  const key = JSON.stringify(first?.value);
  const newest = seen.slice(0, 3);
  const isNew = seen.length > 3 && newest.every(({ value }) => JSON.stringify(value) === key);
  return isNew
    ? vote(seen.map((each) => ({ ...each, weight: JSON.stringify(each.value) === key ? 1 : 0 })))
    : vote(seen);
}
