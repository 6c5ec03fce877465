import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { ItemEdits } from '../core/post/edits.ts';
import { attempt } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import type { ChangeStore } from './ports.ts';

/**
 * Writes new texts of several blocks as one step of the history. Each is merged with what its field
 * has become since it was `base`.
 */
export function replaceInItems(
  { changes: store }: { changes: ChangeStore },
  replacements: readonly { id: string; changes: ItemEdits; base: ItemEdits }[],
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      // It counts as a separate client, so it continues nobody's typing and no other step continues
      // it.
      await store.apply(newOrigin(crypto.randomUUID()), async () => ({
        kind: 'edit',
        edits: replacements.flatMap(({ id, changes, base }) =>
          fieldEdits('item', id, changes, { ...base }),
        ),
      })),
    ),
  );
}
