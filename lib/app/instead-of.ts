import type { ChangePlan, ChangeView, FieldEdit } from '../core/post/change.ts';
import type { Note } from '../core/post/item.ts';
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
  return withEdits(changes, async (view, edits) => {
    // New clips may land below the replacement.
    const lands = edits.some(({ field }) => field === 'landing');
    return [
      ...(lands ? [] : await landingEdits(view, [id])),
      ...fieldEdits('item', id, { deletedAt: clock.now() }),
    ];
  });
}

/**
 * Changes that also shorten a note in each step: the new item below it replaces its last lines.
 * @param the note with all its words; `left` is what remains of them
 */
export function leavingLess(
  changes: ChangeStore,
  { id, note }: Pick<Note, 'id' | 'note'>,
  left: string,
): ChangeStore {
  return withEdits(changes, () => fieldEdits('item', id, { note: left }, { note }));
}

/** @param more edits in addition to those of a step */
function withEdits(
  changes: ChangeStore,
  more: (view: ChangeView, edits: readonly FieldEdit[]) => FieldEdit[] | Promise<FieldEdit[]>,
): ChangeStore {
  return {
    ...changes,
    apply: (origin, planned) =>
      changes.apply(origin, async (view) => {
        const plan: ChangePlan = (await planned(view)) ?? { kind: 'delete' };
        const edits = plan.edits ?? [];
        return { ...plan, edits: [...edits, ...(await more(view, edits))] };
      }),
  };
}
