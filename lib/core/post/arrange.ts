/** Where an item goes: after the one with this id, or to the beginning (null). */
export type After = string | null;

/** `ids` with `id` put after `after`. */
export function arranged(ids: readonly string[], id: string, after: After): string[] {
  const rest = ids.filter((other) => other !== id);
  rest.splice(after === null ? 0 : rest.indexOf(after) + 1, 0, id);
  return rest;
}

/** What `id` comes to stand after when it moves by one row; undefined where it cannot. */
export function stepped(ids: readonly string[], id: string, by: -1 | 1): After | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return undefined;
  const rest = ids.filter((other) => other !== id);
  return rest[to - 1] ?? null;
}
