import { useMemo, useRef } from 'preact/hooks';
import { type ListSnapshot, LiveList } from '../../lib/client/live-list.ts';
import { listSource } from '../../lib/client/read-items.ts';
import { database, pending } from '../../lib/client/services.ts';
import { inboxId } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { FirstBlocks, FirstLook } from '../../lib/store/first-look.ts';
import { type StoreError, toStoreError } from '../../lib/store/store-error.ts';
import { watchActiveWrapUp, watchItemCount, watchWrapUps } from '../../lib/store/watch.ts';
import { useLive, usePendingVersion } from './use-live.ts';
import { useOpenFailure } from './use-open-failure.ts';

export interface Library {
  /** The most recently changed first; undefined until they and the place are read. */
  wrapUps: WrapUp[] | undefined;
  /** Where new clips go: a wrap-up's id or `inboxId`; undefined if nowhere yet, or not read yet. */
  placeId: string | undefined;
  /** The current wrap-up, with typed text applied. */
  wrapUp: WrapUp | undefined;
  /** Its items; undefined until some are read. */
  list: ListSnapshot | undefined;
  /** True if the list begins near the row at which it was left. */
  atAnchor: boolean;
  /** Leaves out items that turned out to be unreadable. */
  leaveOut(ids: readonly string[]): void;
  /** How much of what is shown here can't be read; it is kept. */
  unreadable: { items: number; wrapUps: number };
  inboxCount: number;
  /** Why the database can't be read. */
  failed: StoreError | undefined;
}

/**
 * Everything that the popup shows, live, with typed text applied.
 * @param first what was read before the first paint; it is used until the live queries have
 * answered
 * @param shownId the wrap-up to show, whichever is current; undefined: the current one
 */
export function useLibrary(first: FirstLook | FirstBlocks | undefined, shownId?: string): Library {
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
  const placeRead = active.value !== undefined || first !== undefined;
  const placeId = shownId ?? (placeRead ? (activeId ?? firstOpen?.id) : undefined);
  const look = useRef(first);
  // Once another place was requested, the first look is outdated.
  if (look.current?.placeId !== placeId) look.current = undefined;
  const items = useMemo(
    () =>
      placeId === undefined ? undefined : new LiveList(listSource(placeId), pending, look.current),
    [placeId],
  );
  const live = useLive<ListSnapshot>(
    `items of ${placeId}`,
    items && ((next, fail) => items.watch(next, (cause) => fail(toStoreError(cause)))),
  );
  const list = live.value ?? items?.snapshot;

  const { failed: allFailed } = all;
  const unreadable = all.value?.unreadable ?? 0;
  // `version` counts pending changes.
  return useMemo(() => {
    const over = <T extends { id: string }>(record: T) => pending.over(record, Date.now());
    // It uses one live list, and the other only until the first has data: two lists can differ for
    // a moment, and recent typing would flicker.
    const stored =
      wrapUps?.find((wrapUp) => wrapUp.id === placeId) ??
      (active.value?.id === placeId ? active.value?.wrapUp : undefined);
    return {
      // Wrap-ups without a place would look like an empty library.
      wrapUps: placeRead ? wrapUps?.map(over) : undefined,
      placeId,
      wrapUp: stored && over(stored),
      list,
      atAnchor: look.current?.atAnchor === true,
      leaveOut: (ids) => items?.leaveOut(ids),
      unreadable: { items: list?.unreadable ?? 0, wrapUps: unreadable },
      inboxCount: inbox.value ?? 0,
      failed: active.failed ?? allFailed ?? live.failed ?? unopened,
    };
  }, [
    version,
    active,
    allFailed,
    unreadable,
    wrapUps,
    live,
    list,
    items,
    inbox,
    placeRead,
    placeId,
    unopened,
  ]);
}
