import { openedComposer } from '../app/opened-composer.ts';
import type { LastCopy } from '../app/snapshots/last-copy.ts';
import { profileId } from '../core/post/change.ts';
import type { Item } from '../core/post/item.ts';
import { compareOrder } from '../core/post/order.ts';
import { defaultProfile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { settingKeys, styleKey } from '../store/setting-keys.ts';
import { parseProfile, parseStyle } from '../store/setting-store.ts';
import { loadRenderer } from './loaded-later.ts';
import type { PendingChanges } from './pending-changes.ts';

export interface CopiedPost {
  wrapUp: WrapUp;
  /** The items that are not deleted, in their order. */
  items: Item[];
}

/**
 * Returns the wrap-ups of a copy, the most recently changed first.
 * @param pending what this page could not save replaces the copy's values
 */
export function copiedPosts(
  { rows }: Pick<LastCopy, 'rows'>,
  pending: Pick<PendingChanges, 'over'>,
): CopiedPost[] {
  const nowMs = Date.now();
  const itemsOf = Map.groupBy(
    [...rows.items.values()].filter(({ deletedAt }) => deletedAt === null),
    ({ wrapUpId }) => wrapUpId,
  );
  return [...rows.wrapUps.values()]
    .filter(({ deletedAt }) => deletedAt === null)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .map((wrapUp) => ({
      wrapUp: pending.over(wrapUp, nowMs),
      items: (itemsOf.get(wrapUp.id) ?? [])
        .sort(compareOrder)
        .map((item) => pending.over(item, nowMs)),
    }));
}

/**
 * Returns a post's draft in the house style of the copy or, if its template fails, in the default
 * one. Undefined if that fails, too.
 */
export async function copiedDraft(
  { rows }: Pick<LastCopy, 'rows'>,
  { wrapUp, items }: CopiedPost,
): Promise<string | undefined> {
  const { exportWrapUp } = await loadRenderer();
  const compose = await openedComposer(wrapUp);
  const own = parseStyle(
    wrapUp.styleId ?? profileId,
    rows.settings.get(styleKey(wrapUp.styleId ?? profileId)),
  );
  const profile =
    own.deletedAt === null ? own : parseProfile(rows.settings.get(settingKeys.profile));
  for (const each of [profile, { ...profile, template: defaultProfile.template }]) {
    // Pictures are not checked; they keep the paths that an export gives them.
    const made = exportWrapUp(wrapUp, items, each, () => true, undefined, compose);
    if (made.ok) return made.value.draft;
  }
  return undefined;
}
