import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { type Item, inboxId } from '../core/post/item.ts';
import { keysInGap } from '../core/post/landing.ts';
import type { PageInfo } from '../core/source/source.ts';
import { ensureActiveWrapUp } from './active-wrap-up.ts';
import { attempt } from './attempt.ts';
import { pageLink } from './capture/candidates/page-link.ts';
import { composeClip } from './capture/compose-clip.ts';
import { newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import type { Clock, Stores } from './ports.ts';

export interface ClippedTabs extends WrittenItems {
  /** How many this wrap-up had already; these are not clipped again. */
  before: number;
}

/**
 * Clips pages as links into the tray of the current wrap-up, in their order and in one step. The
 * inbox has no tray, so there they land like any clip.
 */
export function clipTabs(
  { stores, clock }: { stores: Stores; clock: Clock },
  pages: readonly PageInfo[],
): Promise<Result<ClippedTabs, Failure>> {
  return attempt(async () => {
    const active = await ensureActiveWrapUp({ ...stores, clock });
    if (!active.ok) throw active.error;
    const profile = await stores.settings.profile(active.value.wrapUp?.styleId);
    const { id: wrapUpId } = active.value;
    const composed = await Promise.all(
      pages.map((page) => {
        const link = pageLink({ page, section: '', permanentLinks: profile.permanentLinks });
        const facts = { id: crypto.randomUUID(), clock, profile };
        return composeClip({ kind: 'link', page, ...link }, facts);
      }),
    );
    const isNew = await Promise.all(
      composed.map(async ({ fingerprints }) => {
        const same = await Promise.all(fingerprints.map(stores.items.withFingerprint));
        return !same.flat().some((item) => item.wrapUpId === wrapUpId);
      }),
    );
    const clips = composed.filter((_, at) => isNew[at]).map(({ item }) => item);
    const written = await stores.changes.apply(newOrigin(), async (view) => {
      const ids = clips.map(({ id }) => id);
      const gap = await view.gapAt(wrapUpId);
      const { orders, rekeyed } = await keysInGap(gap, ids, () => view.places(wrapUpId));
      const tray: Pick<Item, 'tray'> = wrapUpId === inboxId ? {} : { tray: 'waiting' };
      const created = clips.map((clip, at) => ({
        ...clip,
        wrapUpId,
        order: orders[at] ?? clip.order,
        ...tray,
        seenAt: null,
      }));
      return created.length === 0 ? undefined : { kind: 'add', created, rekeyed };
    });
    return { ...writtenItems(written), before: composed.length - clips.length };
  });
}
