import type { Failure } from '../core/errors.ts';
import type { Item } from '../core/item.ts';
import type { Result } from '../core/result.ts';
import { attempt } from './attempt.ts';
import type { Clock, ItemStore } from './ports.ts';

/** Days that deleted items can still be brought back. */
export const keptDays = 30;

/** Soft deletion: the items keep their place, for Undo. */
export function deleteItems(
  deps: { items: ItemStore; clock: Clock },
  ids: readonly string[],
): Promise<Result<Item[], Failure>> {
  const deletedAt = deps.clock.now();
  return attempt(() => deps.items.updateMany(new Map(ids.map((id) => [id, { deletedAt }]))));
}

export function restoreItems(
  deps: { items: ItemStore },
  ids: readonly string[],
): Promise<Result<Item[], Failure>> {
  return attempt(() => deps.items.updateMany(new Map(ids.map((id) => [id, { deletedAt: null }]))));
}

/** Removes for good what was deleted `keptDays` ago; resolves to how many items went. */
export function purgeDeletedItems(deps: {
  items: ItemStore;
  clock: Clock;
}): Promise<Result<number, Failure>> {
  const before = new Date(Date.parse(deps.clock.now()) - keptDays * 86_400_000).toISOString();
  return attempt(() => deps.items.purgeDeletedBefore(before));
}
