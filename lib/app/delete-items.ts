import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { attempt } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { againEdits, landingEdits } from './landing.ts';
import type { ChangeStore, Clock } from './ports.ts';

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
