import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { After } from '../core/post/arrange.ts';
import type { ItemEdits } from '../core/post/edits.ts';
import type { Item } from '../core/post/item.ts';
import { attempt, orFail } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { goOnBelow, land, landingEdits } from './landing.ts';
import type { ChangeStore, Clock, ItemStore } from './ports.ts';

type Deps = { changes: ChangeStore };
type Timed = Deps & { clock: Pick<Clock, 'now'> };

/**
 * Takes items out of the post: they move to the tray, with all their words, and remember their
 * place. They do not count as new there. A part of the template stays, because it cannot be in the
 * tray.
 */
export function takeOut(
  { changes, clock }: Timed,
  ids: readonly string[],
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const found = await Promise.all(ids.map((id) => view.item(id)));
        const leaving = found.flatMap((item) =>
          item && item.kind !== 'part' && item.tray === undefined ? [item] : [],
        );
        const now = clock.now();
        return {
          kind: 'take-out',
          edits: [
            ...(await landingEdits(
              view,
              leaving.map(({ id }) => id),
            )),
            ...leaving.flatMap(({ id, triagedAt = now }) =>
              fieldEdits('item', id, { tray: 'waiting', triagedAt }),
            ),
          ],
        };
      }),
    ),
  );
}

/** Options for placing items of the tray. */
interface Placing {
  /** Places them elsewhere: after this item, or before all others if null. */
  after?: After | undefined;
  /** Other changes to them in the same step. */
  also?: ItemEdits;
  /** Creates a new item below them, in the same step. */
  begun?: { id: string; itemAt(order: string): Item };
}

/**
 * Places items of the tray in the post, in the given order: where new clips land, or at the end if
 * those land in the tray.
 */
export function placeItems(
  { changes }: Deps,
  wrapUpId: string,
  ids: readonly string[],
  { after, also = {}, begun }: Placing = {},
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const wrapUp = orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
        const found = await Promise.all(ids.map((id) => view.item(id)));
        const placing = found.flatMap((item) => (isInTray(item, wrapUpId) ? [item.id] : []));
        const usual = wrapUp.landing === 'tray' ? 'end' : (wrapUp.landing ?? 'end');
        const landing = after === null ? 'start' : usual;
        const all = begun ? [...placing, begun.id] : placing;
        const landed = await land(view, { ...wrapUp, landing }, all, after ?? undefined);
        return {
          kind: 'place',
          rekeyed: landed.rekeyed,
          edits: [
            ...(landing === usual ? goOnBelow(wrapUpId, landed) : []),
            ...placing.flatMap((id) => fieldEdits('item', id, { ...also, tray: undefined })),
          ],
          places: placing.map((id, at) => ({ id, wrapUpId, order: landed.orders[at] ?? '' })),
          created: begun ? [begun.itemAt(landed.orders.at(-1) ?? '')] : [],
        };
      }),
    ),
  );
}

/** Sets clips of the tray aside, or brings them back. */
export function putAside(
  { changes }: Deps,
  ids: readonly string[],
  isAside: boolean,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const found = await Promise.all(ids.map((id) => view.item(id)));
        const place = isAside
          ? { tray: 'aside' }
          : // To be decided on again.
            { tray: 'waiting', triagedAt: undefined };
        return {
          kind: isAside ? 'put-aside' : 'take-up',
          edits: found.flatMap((item) =>
            item?.tray === undefined ? [] : fieldEdits('item', item.id, place),
          ),
        };
      }),
    ),
  );
}

/**
 * Stores the current time in a field of items: `seenAt` when the note-taker sees them, `triagedAt`
 * when clips of the tray are linked to, so they don't count as new after the link is removed. The
 * note-taker changes nothing here, so there is nothing to undo.
 */
export function mark(
  field: 'seenAt' | 'triagedAt',
  { items, clock }: { items: ItemStore; clock: Pick<Clock, 'now'> },
  ids: readonly string[],
): Promise<Result<Item[], Failure>> {
  const now = clock.now();
  return attempt(() => items.updateMany(new Map(ids.map((id) => [id, { [field]: now }]))));
}

function isInTray(item: Item | undefined, wrapUpId: string): item is Item {
  return item?.wrapUpId === wrapUpId && item.tray !== undefined && item.deletedAt === null;
}
