import type { ChangePlan } from '../core/change.ts';
import type { Failure } from '../core/errors.ts';
import type { Item } from '../core/item.ts';
import { planMove } from '../core/order.ts';
import type { Result } from '../core/result.ts';
import { attempt } from './attempt.ts';
import { newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import type { ChangeStore } from './ports.ts';

/** Where to: before or after another item of the same wrap-up, or to the end. */
export type MoveTarget = { beforeId: string } | { afterId: string } | 'end';

/** Moves items within their wrap-up, in the order given; writes a row for each item moved. */
export function moveItems(
  { changes }: { changes: ChangeStore },
  wrapUpId: string,
  ids: readonly string[],
  target: MoveTarget,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const items = await view.items(wrapUpId);
        return { kind: 'move', ...placesAt(items, wrapUpId, ids, target) };
      }),
    ),
  );
}

/** The places of `ids` at the target, and the keys that others get for want of room. */
export function placesAt(
  items: readonly Item[],
  wrapUpId: string,
  ids: readonly string[],
  target: MoveTarget,
): Required<Pick<ChangePlan, 'places' | 'rekeyed'>> {
  const here = new Set(items.map(({ id }) => id));
  const moving = ids.filter((id) => here.has(id));
  const plan = planMove(items, moving, nextAt(items, ids, target));
  const places = moving.map((id) => ({ id, wrapUpId, order: plan.get(id) ?? '' }));
  for (const id of moving) plan.delete(id);
  return { places, rekeyed: plan };
}

/** Id of the item before which the target is; undefined for the end. */
function nextAt(items: readonly Item[], ids: readonly string[], target: MoveTarget) {
  if (target === 'end') return undefined;
  if ('beforeId' in target) return target.beforeId;
  const resting = items.filter((item) => !ids.includes(item.id) || item.id === target.afterId);
  return resting[resting.findIndex((item) => item.id === target.afterId) + 1]?.id;
}

export function moveItem(
  deps: { changes: ChangeStore },
  item: Pick<Item, 'id' | 'wrapUpId'>,
  target: MoveTarget,
): Promise<Result<WrittenItems, Failure>> {
  return moveItems(deps, item.wrapUpId, [item.id], target);
}

/** Moves an item by one place, from where it is by then: presses of a held key add up. */
export function moveItemBy(
  { changes }: { changes: ChangeStore },
  { id, wrapUpId }: Pick<Item, 'id' | 'wrapUpId'>,
  by: -1 | 1,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const items = await view.items(wrapUpId);
        const at = items.findIndex((item) => item.id === id);
        const beside = at < 0 ? undefined : items[at + by];
        if (beside === undefined) return undefined;
        const target = by < 0 ? { beforeId: beside.id } : { afterId: beside.id };
        return { kind: 'move', ...placesAt(items, wrapUpId, [id], target) };
      }),
    ),
  );
}
