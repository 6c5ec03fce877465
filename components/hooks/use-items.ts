import { useMemo, useRef } from 'preact/hooks';
import { database, pending } from '../../lib/client/services.ts';
import { ShownItems } from '../../lib/client/shown-items.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { watchItems } from '../../lib/store/watch-items.ts';
import { type Live, useLive, usePendingVersion } from './use-live.ts';

/**
 * All items of a place in their order, live, with what this page has typed over them; undefined until all
 * are read. For what needs every one of them: a draft, not a list.
 * @param only those that are needed; the same function each time
 */
export const useItems = (placeId: string | undefined, only?: (item: Item) => boolean) =>
  useReadItems(placeId, only).value;

/** The same with the reason why they cannot be read. */
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
  // `version` counts what is pending
  return useMemo(
    () => ({ ...live, value: live.value && shown.current.over(live.value) }),
    [version, live],
  );
}
