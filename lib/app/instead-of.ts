import { fieldEdits } from './edited.ts';
import { landingEdits } from './landing.ts';
import type { ChangeStore, Clock } from './ports.ts';

/**
 * Changes of which each step deletes this item, too: what is put in its place comes, and goes again with Undo, as one
 * step.
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
        // It may go on below what is put there.
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
