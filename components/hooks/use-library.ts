import { useMemo, useRef } from 'preact/hooks';
import { keepIdentity } from '../../lib/client/same-record.ts';
import { database, pending } from '../../lib/client/services.ts';
import { type Item, inboxId } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { FirstLook } from '../../lib/store/first-look.ts';
import type { StoreError } from '../../lib/store/store-error.ts';
import { watchActiveWrapUp, watchItemCount, watchWrapUps } from '../../lib/store/watch.ts';
import { watchItems } from '../../lib/store/watch-items.ts';
import { useLive, usePendingVersion } from './use-live.ts';
import { useOpenFailure } from './use-open-failure.ts';

export interface Library {
  /** The most recently changed first; undefined until read. */
  wrapUps: WrapUp[] | undefined;
  /** What takes the clips: a wrap-up's id or `inboxId`; undefined: nothing yet, or not read yet. */
  placeId: string | undefined;
  /** The wrap-up that takes the clips, with what was typed last. */
  wrapUp: WrapUp | undefined;
  /** Its items, in order; undefined until read. */
  items: readonly Item[] | undefined;
  /** True while `items` are only those that are seen at first. */
  partial: boolean;
  /** True where they are those around the row that the list was left at. */
  atAnchor: boolean;
  /** How many of what is shown here cannot be read; they are kept. */
  unreadable: { items: number; wrapUps: number };
  inboxCount: number;
  /** Why the database cannot be read. */
  failed: StoreError | undefined;
}

/**
 * Everything the popup shows, live, with what this page has typed over it.
 * @param first what was read before the first paint; it holds until the live queries have answered
 */
export function useLibrary(first: FirstLook | undefined): Library {
  const version = usePendingVersion();
  const unopened = useOpenFailure();
  const active = useLive<{ id: string | undefined; wrapUp: WrapUp | undefined }>(
    'active',
    (next, fail) => watchActiveWrapUp(database, next, fail),
  );
  const all = useLive<{ wrapUps: WrapUp[]; unreadable: number }>('all', (next, fail) =>
    watchWrapUps(database, (wrapUps, unreadable) => next({ wrapUps, unreadable }), fail),
  );
  const inbox = useLive<number>('inbox', (next, fail) =>
    watchItemCount(database, inboxId, next, fail),
  );
  const wrapUps = all.value?.wrapUps ?? first?.wrapUps;
  const firstOpen = wrapUps?.find((wrapUp) => wrapUp.archivedAt === null);
  const activeId = active.value ? active.value.id : first?.activeId;
  const placeId = active.value || first ? (activeId ?? firstOpen?.id) : undefined;
  const live = useLive<{ items: Item[]; unreadable: number }>(
    `items of ${placeId}`,
    placeId === undefined
      ? undefined
      : (next, fail) =>
          watchItems(database, placeId, (items, unreadable) => next({ items, unreadable }), fail),
  );
  const shown = useRef<readonly Item[]>([]);
  const look = useRef(first);
  // Once a list was live, or another place was asked for, the first look is an old one.
  if (live.value || look.current?.placeId !== placeId) look.current = undefined;

  // Not all that is used is watched: `version` counts what is pending
  return useMemo(() => {
    const over = <T extends { id: string }>(record: T) => pending.over(record, Date.now());
    // One live list, the other only until that has it: two do not agree at every moment, and what was
    // typed last would flicker.
    const stored =
      wrapUps?.find((wrapUp) => wrapUp.id === placeId) ??
      (active.value?.id === placeId ? active.value?.wrapUp : undefined);
    const seen = live.value?.items ?? look.current?.items;
    const items = seen && keepIdentity(shown.current, seen.map(over));
    if (items) shown.current = items;
    return {
      wrapUps: wrapUps?.map(over),
      placeId,
      wrapUp: stored && over(stored),
      items,
      partial: !live.value && look.current?.complete === false,
      atAnchor: look.current?.atAnchor === true,
      unreadable: { items: live.value?.unreadable ?? 0, wrapUps: all.value?.unreadable ?? 0 },
      inboxCount: inbox.value ?? 0,
      failed: active.failed ?? all.failed ?? live.failed ?? unopened,
    };
  }, [version, active, wrapUps, live, inbox, placeId, unopened]);
}
