import type { PostSeen } from './read-posts.ts';

/**
 * Returns the names of fields in the order that most posts have, newer posts weighing more. Two
 * names that no post has together keep the order in which the newest posts show them.
 * @param kept names as JSON of their paths
 */
export function fieldOrder(posts: readonly PostSeen[], kept: ReadonlySet<string>): string[] {
  // Steeper than other votes: the fourth post weighs half as much as the newest.
  const orders = posts.map(({ shape, weight }) => {
    const names = (shape?.fields ?? []).map(({ path }) => JSON.stringify(path));
    return { weight: weight ** 3, names: [...new Set(names)].filter((name) => kept.has(name)) };
  });
  const rest = asSeen(orders.map(({ names }) => names));
  const lead = leads(orders);
  const order: string[] = [];
  while (rest.length > 0) {
    // The first name that most posts write before all others that are left; without one, the posts
    // contradict each other, and the newest decide.
    const first = rest.findIndex((name) =>
      rest.every((other) => (lead.get(other)?.get(name) ?? 0) <= (lead.get(name)?.get(other) ?? 0)),
    );
    order.push(...rest.splice(Math.max(0, first), 1));
  }
  return order;
}

/** Returns all names, each after the one that it follows in the first list that has it. */
function asSeen(lists: readonly (readonly string[])[]): string[] {
  const all: string[] = [];
  for (const names of lists) {
    let last = -1;
    for (const name of names) {
      const at = all.indexOf(name);
      if (at < 0) all.splice(++last, 0, name);
      else last = at;
    }
  }
  return all;
}

/** Returns, for each name, the weight of the posts that have it before each other name. */
function leads(orders: readonly { weight: number; names: readonly string[] }[]) {
  const lead = new Map<string, Map<string, number>>();
  for (const { weight, names } of orders) {
    for (const [at, name] of names.entries()) {
      const before = lead.get(name) ?? new Map<string, number>();
      for (const other of names.slice(at + 1)) before.set(other, (before.get(other) ?? 0) + weight);
      lead.set(name, before);
    }
  }
  return lead;
}
