import { useMemo } from 'preact/hooks';
import type { ListSnapshot } from '../../lib/client/live-list.ts';
import { database } from '../../lib/client/services.ts';
import { landingIndex } from '../../lib/core/post/landing.ts';
import type { Landing, WrapUp } from '../../lib/core/post/wrap-up.ts';
import { watchPrevious } from '../../lib/store/watch.ts';
import { useLive } from './use-live.ts';

/**
 * Where new clips land, and after how many of the items. Undefined if no landing place is shown: in
 * the inbox, in a partly read list, and if clips land in the tray.
 */
export function useLanding(
  wrapUp: WrapUp | undefined,
  list: ListSnapshot | undefined,
): { at: Landing; index: number } | undefined {
  const at = wrapUp && (wrapUp.landing ?? 'end');
  const isKnown = at === undefined || at === 'end' || at === 'start' || at === 'tray';
  // An item that has left the post still marks its place.
  const isAway = !isKnown && list?.ids.includes(at) === false;
  const wrapUpId = wrapUp?.id ?? '';
  const previous = useLive<string | null | undefined>(
    `before ${isAway ? at : ''}`,
    isAway ? (next, fail) => watchPrevious(database, { id: at, wrapUpId }, next, fail) : undefined,
  );
  return useMemo(() => {
    if (list === undefined || list.partial || at === undefined || at === 'tray') return undefined;
    const previousId = isAway ? previous.value : undefined;
    return { at, index: landingIndex(list.ids, list.outline, at, previousId) };
  }, [list, at, isAway, previous.value]);
}
