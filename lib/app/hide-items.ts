import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { attempt } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import type { ChangeStore } from './ports.ts';

/** Hides items in the post, or shows them again, as one step. */
export function hideItems(
  { changes }: { changes: ChangeStore },
  ids: readonly string[],
  hidden: boolean,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), () => ({
        kind: hidden ? 'hide' : 'show',
        edits: ids.flatMap((id) => fieldEdits('item', id, { hidden })),
      })),
    ),
  );
}
