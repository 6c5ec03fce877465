import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { Landing } from '../core/post/wrap-up.ts';
import { attempt } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { againEdits, landingEdits } from './landing.ts';
import type { ChangeStore, Clock, Stores } from './ports.ts';

/** Deletes items softly: they keep their place, for Undo. */
export function deleteItems(
  { changes, clock }: { changes: ChangeStore; clock: Clock },
  ids: readonly string[],
): Promise<Result<WrittenItems, Failure>> {
  return setDeleted(changes, ids, clock.now());
}

export function restoreItems(
  { changes }: { changes: ChangeStore },
  ids: readonly string[],
): Promise<Result<WrittenItems, Failure>> {
  return setDeleted(changes, ids, null);
}

/**
 * Deletes a note that was created below something (`begunNote`) and that nobody wrote in. This is
 * no separate step: Undo reverts the step that created the note.
 */
export function dropBegun(
  stores: Pick<Stores, 'items' | 'wrapUps' | 'atomically'> & { clock: Pick<Clock, 'now'> },
  id: string,
): Promise<Result<void, Failure>> {
  const { items, wrapUps, clock } = stores;
  return attempt(() =>
    stores.atomically(async () => {
      const item = await items.get(id);
      if (item?.kind !== 'note' || item.note !== '' || item.deletedAt !== null) return;
      const view = { item: items.get, wrapUp: wrapUps.get, places: items.places };
      for (const { id: wrapUpId, value } of await landingEdits(view, [id]))
        await wrapUps.update(wrapUpId, { landing: value as Landing });
      await items.update(id, { deletedAt: clock.now() });
    }),
  );
}

function setDeleted(changes: ChangeStore, ids: readonly string[], deletedAt: string | null) {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => ({
        kind: deletedAt === null ? 'restore' : 'delete',
        edits: [
          ...(deletedAt === null ? await againEdits(view, ids) : await landingEdits(view, ids)),
          ...ids.flatMap((id) => fieldEdits('item', id, { deletedAt })),
        ],
      })),
    ),
  );
}
