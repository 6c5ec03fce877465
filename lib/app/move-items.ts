import type { Failure } from '../core/errors.ts';
import type { Item } from '../core/item.ts';
import { planMove } from '../core/order.ts';
import type { Result } from '../core/result.ts';
import { attempt } from './attempt.ts';
import type { ItemStore } from './ports.ts';

/** Where to: before or after another item of the same wrap-up, or to the end. */
export type MoveTarget = { beforeId: string } | { afterId: string } | 'end';

/** Moves items within their wrap-up, in the order given; writes a row for each item moved. */
export function moveItems(
  deps: { items: ItemStore },
  wrapUpId: string,
  ids: readonly string[],
  target: MoveTarget,
): Promise<Result<Item[], Failure>> {
  return attempt(async () => {
    const items = await deps.items.list(wrapUpId);
    const here = new Set(items.map((item) => item.id));
    const plan = planMove(
      items,
      ids.filter((id) => here.has(id)),
      nextAt(items, ids, target),
    );
    return deps.items.updateMany(new Map(Array.from(plan, ([id, order]) => [id, { order }])));
  });
}

/** Id of the item before which the target is; undefined for the end. */
function nextAt(items: readonly Item[], ids: readonly string[], target: MoveTarget) {
  if (target === 'end') return undefined;
  if ('beforeId' in target) return target.beforeId;
  const resting = items.filter((item) => !ids.includes(item.id) || item.id === target.afterId);
  return resting[resting.findIndex((item) => item.id === target.afterId) + 1]?.id;
}

export function moveItem(
  deps: { items: ItemStore },
  item: Pick<Item, 'id' | 'wrapUpId'>,
  target: MoveTarget,
): Promise<Result<Item[], Failure>> {
  return moveItems(deps, item.wrapUpId, [item.id], target);
}
