import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { ChangeView, FieldEdit } from '../core/post/change.ts';
import type { Item, Part } from '../core/post/item.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { attempt, orFail } from './attempt.ts';
import { followingSlug } from './edit-wrap-up.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { landingEdits } from './landing.ts';
import type { ChangeStore } from './ports.ts';

/** A post before or after it was edited as text. */
export interface TextPost {
  wrapUp: WrapUp;
  items: readonly Item[];
}

/**
 * Stores the edit of a post's text (`lib/posts/text-edits`) as one step. What others wrote
 * meanwhile is merged, field by field. Fails with `wrap-up-gone` if there is no such wrap-up.
 */
export function editAsText(
  { changes }: { changes: ChangeStore },
  before: TextPost,
  after: TextPost,
): Promise<Result<WrittenItems, Failure>> {
  const { id } = after.wrapUp;
  const known = new Map(before.items.map((item) => [item.id, item]));
  const fresh = after.items.filter((item) => !known.has(item.id));
  const gone = after.items.filter(
    (item) => item.deletedAt !== null && known.get(item.id)?.deletedAt === null,
  );
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const current = orFail(await view.wrapUp(id), 'wrap-up-gone');
        const details = changedFields(before.wrapUp, after.wrapUp);
        const rows = await splitParts(view, id, fresh);
        return {
          kind: 'edit',
          created: rows.created,
          edits: [
            ...(await landingEdits(
              view,
              gone.map((item) => item.id),
            )),
            ...fieldEdits('wrapUp', id, details, { ...before.wrapUp }),
            ...fieldEdits('wrapUp', id, followingSlug(current, details)),
            ...after.items.flatMap((item) => {
              const old = known.get(item.id);
              if (old === undefined || old === item) return [];
              return fieldEdits('item', item.id, changedFields(old, item), { ...old });
            }),
            ...rows.edits,
          ],
        };
      }),
    ),
  );
}

/** If a part got a row in another window meanwhile, the change goes there. */
async function splitParts(
  view: ChangeView,
  wrapUpId: string,
  fresh: readonly Item[],
): Promise<{ created: Item[]; edits: FieldEdit[] }> {
  const stored = fresh.some(({ kind }) => kind === 'part') ? await view.parts(wrapUpId) : [];
  const rowOf = ({ part, talkId }: Part) =>
    stored.find((row) => row.part === part && row.talkId === talkId);
  const created: Item[] = [];
  const edits: FieldEdit[] = [];
  for (const item of fresh) {
    const row = item.kind === 'part' ? rowOf(item) : undefined;
    if (row === undefined || item.kind !== 'part') created.push(item);
    else {
      const { byHand, note, base, hidden } = item;
      edits.push(...fieldEdits('item', row.id, { byHand, note, base, hidden }));
    }
  }
  return { created, edits };
}

/** Returns the fields of a record that differ. */
function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const old = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => old.get(field) !== value),
  ) as Partial<T>;
}
