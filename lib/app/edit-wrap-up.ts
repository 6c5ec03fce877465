import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { WrapUp, WrapUpDetails } from '../core/post/wrap-up.ts';
import { createSlug } from '../core/text/slug.ts';
import { attempt } from './attempt.ts';
import { type Edited, type EditOptions, editedRecord, fieldEdits, newOrigin } from './edited.ts';
import type { ChangeStore, Clock, SettingStore, WrapUpStore } from './ports.ts';

type Deps = { changes: ChangeStore };

/**
 * Changes what the note-taker entered. The slug follows the title as long as it was made from the
 * title. Fails with `wrap-up-gone` if there is no such wrap-up.
 */
export function editWrapUp(
  { changes }: Deps,
  id: string,
  edits: Partial<WrapUpDetails>,
  options: EditOptions = {},
): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(async () => {
    const applied = await changes.apply(options.origin ?? newOrigin(), async (view) => {
      const current = await view.wrapUp(id);
      if (current === undefined) return undefined;
      return {
        kind: options.kind ?? 'edit',
        edits: [
          ...fieldEdits('wrapUp', id, edits, options.base),
          ...fieldEdits('wrapUp', id, followingSlug(current, edits)),
        ],
      };
    });
    return editedRecord<WrapUp>(applied, 'wrapUp', id, 'wrap-up-gone');
  });
}

/** Returns the new title's slug, if the current slug was made from the title. */
export function followingSlug(current: WrapUp, { title, slug }: Partial<WrapUpDetails>) {
  // A post opened from a file keeps its file name.
  if (title === undefined || slug !== undefined || current.opened) return {};
  return current.slug === slugOf(current.title) ? { slug: slugOf(title) } : {};
}

const slugOf = (title: string) => createSlug(title) || 'wrap-up';

function setArchived(
  { changes }: Deps,
  id: string,
  archivedAt: string | null,
): Promise<Edited<WrapUp>> {
  return changes
    .apply(newOrigin(), () => ({
      kind: archivedAt === null ? 'unarchive' : 'archive',
      edits: fieldEdits('wrapUp', id, { archivedAt }),
    }))
    .then((applied) => editedRecord<WrapUp>(applied, 'wrapUp', id, 'wrap-up-gone'));
}

/** Archives a wrap-up; no clips go there until it is restored or chosen again. */
export function archiveWrapUp(
  deps: Deps & { wrapUps: WrapUpStore; settings: SettingStore; clock: Clock },
  id: string,
): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(async () => {
    const archived = await setArchived(deps, id, deps.clock.now());
    if ((await deps.settings.activeWrapUpId()) === id) {
      const next = (await deps.wrapUps.list()).find((wrapUp) => wrapUp.archivedAt === null);
      if (next !== undefined) await deps.settings.setActiveWrapUpId(next.id);
    }
    return archived;
  });
}

/** Takes a wrap-up out of the archive. */
export function restoreWrapUp(deps: Deps, id: string): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(() => setArchived(deps, id, null));
}
