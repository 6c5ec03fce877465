import { useEffect, useRef, useState } from 'preact/hooks';
import { quotesWithHtmlTables } from '../../lib/app/convert-tables.ts';
import { idle } from '../../lib/client/idle.ts';
import { scanList } from '../../lib/client/list-scan.ts';
import { listSource } from '../../lib/client/read-items.ts';
import { pending } from '../../lib/client/services.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { isReadableItem } from '../../lib/store/rows.ts';

/** The list comes first, and the user's first action on it. */
const afterMs = 1_000;
/** How long a slice waits for the page to be idle. */
const idleMs = 500;

/**
 * Examines all of a place's items, once nobody waits for anything, for unreadable ones, and for
 * quotes with tables as HTML.
 * @param placeId undefined while something more urgent is read
 * @returns ids of those quotes
 */
export function useSurvey(
  placeId: string | undefined,
  onBroken: (ids: readonly string[]) => void,
): readonly string[] {
  const [found, setFound] = useState<{ placeId: string; ids: readonly string[] }>();
  // It takes long, so the latest callback is called.
  const latest = useRef(onBroken);
  latest.current = onBroken;
  useEffect(() => {
    if (placeId === undefined) return;
    const broken: string[] = [];
    let end: (() => void) | undefined;
    const begin = () => {
      end = scanList({
        source: listSource(placeId),
        typed: pending,
        isWanted(item) {
          if (!isReadableItem(item)) broken.push(item.id);
          return quotesWithHtmlTables([item]).length > 0;
        },
        keepsFound: false,
        onFound(ids) {
          if (broken.length > 0) latest.current(broken);
          setFound({ placeId, ids: [...ids] });
        },
        onFailure: (cause) => noteProblem('popup.survey', cause),
        rest: () => idle(idleMs),
      });
    };
    const timer = setTimeout(begin, afterMs);
    return () => {
      clearTimeout(timer);
      end?.();
    };
  }, [placeId]);
  return found?.placeId === placeId ? (found?.ids ?? none) : none;
}

const none: readonly string[] = [];
