import type { Failure } from '../core/errors.ts';
import type { Item } from '../core/item.ts';
import type { Ordered } from '../core/order.ts';
import type { Result } from '../core/result.ts';
import { attempt } from './attempt.ts';
import type { ItemStore } from './ports.ts';

/**
 * Puts items of one wrap-up in the order given, each at a place where one of them stood: what stands
 * between them stays where it is.
 */
export function sortInPlace(
  deps: { items: ItemStore },
  inOrder: readonly Ordered[],
): Promise<Result<Item[], Failure>> {
  const keys = inOrder.map(({ order }) => order).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const changes = new Map(
    inOrder.flatMap(({ id, order }, at) => {
      const key = keys[at] ?? order;
      return key === order ? [] : [[id, { order: key }] as const];
    }),
  );
  return attempt(() => deps.items.updateMany(changes));
}
