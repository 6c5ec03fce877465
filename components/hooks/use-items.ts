import { useMemo, useRef } from 'preact/hooks';
import { database, pending } from '../../lib/client/services.ts';
import { ShownItems } from '../../lib/client/shown-items.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { watchItems } from '../../lib/store/watch-items.ts';
import { type Live, useLive, usePendingVersion } from './use-live.ts';

/**
 * All items of a place in their order, live, with typed text applied; undefined until all are read.
 * For uses that need every item: a draft, not a list.
 * @param only returns true for the needed items; must be the same function each time
 */
export const useItems = (placeId: string | undefined, only?: (item: Item) => boolean) =>
  useReadItems(placeId, only).value;

/** Returns the items, or the reason why they can't be read. */
export function useReadItems(
  placeId: string | undefined,
  only?: (item: Item) => boolean,
): Live<readonly Item[]> {
  const version = usePendingVersion();
  const live = useLive<readonly Item[]>(
    `all items of ${placeId}`,
    placeId === undefined
      ? undefined
      : (next, fail) => watchItems(database, placeId, next, fail, 1, only),
  );
  const shown = useRef(new ShownItems(pending));
  // `version` counts pending changes.
  return useMemo(
    () => ({ ...live, value: live.value && shown.current.over(live.value) }),
    [version, live],
  );
}
