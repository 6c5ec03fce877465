import { fieldEdits } from './edited.ts';
import { landingEdits } from './landing.ts';
import type { ChangeStore, Clock } from './ports.ts';

/**
 * Returns changes in which each step also deletes this item, so its replacement appears and
 * disappears with Undo as one step.
 */
export function insteadOf(
  { changes, clock }: { changes: ChangeStore; clock: Pick<Clock, 'now'> },
  id: string,
): ChangeStore {
  return {
    ...changes,
    apply: (origin, planned) =>
      changes.apply(origin, async (view) => {
        const plan = (await planned(view)) ?? { kind: 'delete' };
        const edits = plan.edits ?? [];
        // New clips may land below the replacement.
        const lands = edits.some(({ field }) => field === 'landing');
        return {
          ...plan,
          edits: [
            ...edits,
            ...(lands ? [] : await landingEdits(view, [id])),
            ...fieldEdits('item', id, { deletedAt: clock.now() }),
          ],
        };
      }),
  };
}
