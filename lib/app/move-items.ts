import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { type After, sectionRange, sectionStep, stepped } from '../core/post/arrange.ts';
import type { ChangePlan, ChangeView } from '../core/post/change.ts';
import type { Item } from '../core/post/item.ts';
import { planMove, type StoredPlace } from '../core/post/order.ts';
import { attempt } from './attempt.ts';
import { newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { landingEdits } from './landing.ts';
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
        const all = await view.places(wrapUpId);
        return moveStep(view, placesAt(all, wrapUpId, ids, target));
      }),
    ),
  );
}

/**
 * Returns the step of a move: the landing place stays where it is if the item that it follows moves
 * away.
 */
async function moveStep(
  view: ChangeView,
  { places, rekeyed }: ReturnType<typeof placesAt>,
): Promise<ChangePlan> {
  const edits = await landingEdits(
    view,
    places.map(({ id }) => id),
  );
  return { kind: 'move', places, rekeyed, edits };
}

/**
 * Returns the places of `ids` at the target, and the keys that other items get because there is no
 * room; none if they already show there.
 * @param all places of the wrap-up, in their order
 */
export function placesAt(
  all: readonly StoredPlace[],
  wrapUpId: string,
  ids: readonly string[],
  target: MoveTarget,
): Required<Pick<ChangePlan, 'places' | 'rekeyed'>> {
  const shown = all.filter((place) => place.shown).map(({ id }) => id);
  const moving = ids.filter((id) => shown.includes(id));
  const next = nextAt(all, ids, target);
  const order = all.map(({ id }) => id);
  // Next to a deleted item, it may already be in its place although the list shows another end.
  if (isThere(shown, moving, next) || isThere(order, moving, next)) {
    return { places: [], rekeyed: new Map() };
  }
  const plan = planMove(all, moving, next);
  const places = moving.map((id) => ({ id, wrapUpId, order: plan.get(id) ?? '' }));
  for (const id of moving) plan.delete(id);
  return { places, rekeyed: plan };
}

/**
 * Returns the id of the item after the target; undefined for the end. A deleted item still marks
 * its place.
 */
function nextAt(all: readonly StoredPlace[], ids: readonly string[], target: MoveTarget) {
  if (target === 'end') return undefined;
  if ('beforeId' in target) return target.beforeId;
  const at = all.findIndex(({ id }) => id === target.afterId);
  if (at < 0) return undefined;
  return all.slice(at + 1).find(({ id, shown }) => shown && !ids.includes(id))?.id;
}

function isThere(ids: readonly string[], moving: readonly string[], next: string | undefined) {
  const resting = ids.filter((id) => !moving.includes(id));
  const at = next === undefined ? -1 : resting.indexOf(next);
  const after = resting.toSpliced(at < 0 ? resting.length : at, 0, ...moving);
  return after.every((id, place) => id === ids[place]);
}

/**
 * Moves items by one place, together, from where they are at that time, so presses of a held key
 * add up.
 */
export function moveItemsBy(
  { changes }: { changes: ChangeStore },
  wrapUpId: string,
  ids: readonly string[],
  by: -1 | 1,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const all = await view.places(wrapUpId);
        const shown = all.filter((place) => place.shown).map(({ id }) => id);
        const moving = shown.filter((id) => ids.includes(id));
        const after = stepped(shown, moving, by);
        if (after === undefined) return undefined;
        return moveStep(view, placesAt(all, wrapUpId, moving, targetOf(shown, moving, after, by)));
      }),
    ),
  );
}

/**
 * Moves a section and everything under it by one step (`sectionStep`); any other item by one place.
 */
export function moveSectionBy(
  { changes }: { changes: ChangeStore },
  { id, wrapUpId }: Pick<Item, 'id' | 'wrapUpId'>,
  by: -1 | 1,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const items = await view.items(wrapUpId);
        const after = sectionStep(items, id, by);
        if (after === undefined) return undefined;
        const moving = sectionRange(items, id).map((item) => item.id);
        const shown = items.map((item) => item.id);
        const all = await view.places(wrapUpId);
        return moveStep(view, placesAt(all, wrapUpId, moving, targetOf(shown, moving, after, by)));
      }),
    ),
  );
}

/** Returns the target that leaves deleted items beside the one that is passed. */
function targetOf(
  shown: readonly string[],
  moving: readonly string[],
  after: After,
  by: -1 | 1,
): MoveTarget {
  if (by > 0 && after !== null) return { afterId: after };
  const resting = shown.filter((id) => !moving.includes(id));
  const beforeId = resting[after === null ? 0 : resting.indexOf(after) + 1];
  return beforeId === undefined ? 'end' : { beforeId };
}
