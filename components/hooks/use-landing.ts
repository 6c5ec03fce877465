import { useMemo } from 'preact/hooks';
import { database } from '../../lib/client/services.ts';
import { landingIndex } from '../../lib/core/post/landing.ts';
import type { Landing } from '../../lib/core/post/wrap-up.ts';
import { watchOrder } from '../../lib/store/watch.ts';
import type { Library } from './use-library.ts';
import { useLive } from './use-live.ts';

/**
 * Where new clips land, and after how many of the items that is. Undefined where none is shown: in the
 * inbox, in a list of which only a part has been read, and where they land in the tray.
 */
export function useLanding({
  wrapUp,
  items,
  partial,
}: Pick<Library, 'wrapUp' | 'items' | 'partial'>): { at: Landing; index: number } | undefined {
  const at = wrapUp && (wrapUp.landing ?? 'end');
  const isKnown = at === undefined || at === 'end' || at === 'start' || at === 'tray';
  // One that has left the post still says where it was.
  const isAway = !isKnown && items?.every(({ id }) => id !== at) === true;
  const anchor = useLive<string | undefined>(
    `order of ${isAway ? at : ''}`,
    isAway ? (next, fail) => watchOrder(database, at, next, fail) : undefined,
  );
  return useMemo(() => {
    if (items === undefined || partial || at === undefined || at === 'tray') return undefined;
    return { at, index: landingIndex(items, at, anchor.value) };
  }, [items, partial, at, anchor.value]);
}
