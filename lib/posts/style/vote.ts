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
  /** True if all posts do the same. */
  unanimous: boolean;
}

/** The newest post weighs twice as much as the twelfth after it. */
export const weightOf = (rank: number): number => 2 ** (-rank / 12);

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
  return { value: most.value, count: most.count, all: seen.length, unanimous: forms.size === 1 };
}
