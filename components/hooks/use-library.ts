import { useMemo, useRef } from 'preact/hooks';
import { type Item, inboxId } from '../../lib/core/item.ts';
import type { WrapUp } from '../../lib/core/wrap-up.ts';
import type { StoreError } from '../../lib/store/store-error.ts';
import {
  watchActiveWrapUp,
  watchItemCount,
  watchItems,
  watchWrapUps,
} from '../../lib/store/watch.ts';
import { database, pending } from './edges.ts';
import { keepIdentity } from './same-record.ts';
import { useLive, usePendingVersion } from './use-live.ts';

export interface Library {
  /** The most recently changed first; undefined until read. */
  wrapUps: WrapUp[] | undefined;
  /** What takes the clips: a wrap-up's id or `inboxId`; undefined: nothing yet, or not read yet. */
  placeId: string | undefined;
  /** The wrap-up that takes the clips, with what was typed last. */
  wrapUp: WrapUp | undefined;
  /** Its items, in order; undefined until read. */
  items: readonly Item[] | undefined;
  inboxCount: number;
  /** Why the database cannot be read. */
  failed: StoreError | undefined;
}

/**
 * Everything the popup shows, live, with what this page has typed over it.
 * @param lastPlaceId what the popup showed last, so that its list need not wait for another answer
 */
export function useLibrary(lastPlaceId: string | undefined): Library {
  const version = usePendingVersion();
  const active = useLive<{ id: string | undefined; wrapUp: WrapUp | undefined }>(
    'active',
    (next, fail) => watchActiveWrapUp(database, next, fail),
  );
  const all = useLive<WrapUp[]>('all', (next, fail) => watchWrapUps(database, next, fail));
  const inbox = useLive<number>('inbox', (next, fail) =>
    watchItemCount(database, inboxId, next, fail),
  );
  const firstOpen = all.value?.find((wrapUp) => wrapUp.archivedAt === null);
  const placeId = active.value ? (active.value.id ?? firstOpen?.id) : lastPlaceId;
  const live = useLive<Item[]>(
    `items of ${placeId}`,
    placeId === undefined ? undefined : (next, fail) => watchItems(database, placeId, next, fail),
  );
  const shown = useRef<readonly Item[]>([]);

  // Not all that is used is watched: `version` counts what is pending
  return useMemo(() => {
    const over = <T extends { id: string }>(record: T) => pending.over(record, Date.now());
    // One live list, the other only until that has it: two do not agree at every moment, and what was
    // typed last would flicker.
    const stored =
      all.value?.find((wrapUp) => wrapUp.id === placeId) ??
      (active.value?.id === placeId ? active.value?.wrapUp : undefined);
    const items = live.value && keepIdentity(shown.current, live.value.map(over));
    if (items) shown.current = items;
    return {
      wrapUps: all.value?.map(over),
      placeId,
      wrapUp: stored && over(stored),
      items,
      inboxCount: inbox.value ?? 0,
      failed: active.failed ?? all.failed ?? live.failed,
    };
  }, [version, active, all, live, inbox, placeId]);
}
