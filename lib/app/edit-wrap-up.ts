import type { Failure } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { createSlug } from '../core/slug.ts';
import type { WrapUp, WrapUpDetails } from '../core/wrap-up.ts';
import { attempt, orFail } from './attempt.ts';
import type { Clock, SettingStore, WrapUpStore } from './ports.ts';

/**
 * Changes what the note-taker entered. The slug follows the title as long as it is the one made
 * from it.
 */
export function editWrapUp(
  deps: { wrapUps: WrapUpStore },
  id: string,
  changes: Partial<WrapUpDetails>,
): Promise<Result<WrapUp, Failure>> {
  return attempt(async () => {
    const current = orFail(await deps.wrapUps.get(id), 'wrap-up-gone');
    const slug = followingSlug(current, changes);
    return orFail(await deps.wrapUps.update(id, { ...changes, ...slug }), 'wrap-up-gone');
  });
}

function followingSlug(current: WrapUp, { title, slug }: Partial<WrapUpDetails>) {
  if (title === undefined || slug !== undefined) return {};
  return current.slug === slugOf(current.title) ? { slug: slugOf(title) } : {};
}

const slugOf = (title: string) => createSlug(title) || 'wrap-up';

/** Puts a wrap-up away; it takes no clips until it is restored or picked again. */
export function archiveWrapUp(
  deps: { wrapUps: WrapUpStore; settings: SettingStore; clock: Clock },
  id: string,
): Promise<Result<WrapUp, Failure>> {
  return attempt(async () => {
    const archivedAt = deps.clock.now();
    const archived = orFail(await deps.wrapUps.update(id, { archivedAt }), 'wrap-up-gone');
    if ((await deps.settings.activeWrapUpId()) === id) {
      const next = (await deps.wrapUps.list()).find((wrapUp) => wrapUp.archivedAt === null);
      if (next !== undefined) await deps.settings.setActiveWrapUpId(next.id);
    }
    return archived;
  });
}

/** Takes a wrap-up out of the archive. */
export function restoreWrapUp(
  deps: { wrapUps: WrapUpStore },
  id: string,
): Promise<Result<WrapUp, Failure>> {
  return attempt(async () =>
    orFail(await deps.wrapUps.update(id, { archivedAt: null }), 'wrap-up-gone'),
  );
}
