import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ItemList } from '../../lib/client/item-list.ts';
import { scanList } from '../../lib/client/list-scan.ts';
import { listSource } from '../../lib/client/read-items.ts';
import { pending } from '../../lib/client/services.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { searchText } from '../clips/preview-text.ts';

export interface Search {
  /**
   * The matches so far, in the list's order; undefined while there is no search, or no match yet.
   */
  found: ItemList | undefined;
  /** False while there may be more matches. */
  done: boolean;
}

/**
 * The items of a place that contain all words of `query`.
 * @param isAlsoFound tests rows that are in no database
 */
export function useSearch(
  placeId: string | undefined,
  list: ItemList | undefined,
  query: string,
  isAlsoFound: (id: string, words: readonly string[]) => boolean = () => false,
): Search {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean).join(' ');
  const key = `${placeId} ${words}`;
  const [scanned, setScanned] = useState<{
    key: string;
    ids: ReadonlySet<string>;
    done: boolean;
  }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is made of place and words
  useEffect(() => {
    if (placeId === undefined || words === '') return setScanned(undefined);
    const wanted = words.split(' ');
    return scanList({
      source: listSource(placeId),
      typed: pending,
      isWanted(item) {
        const text = searchText(item);
        return wanted.every((word) => text.includes(word));
      },
      keepsFound: true,
      onFound: (ids, done) => setScanned({ key, ids, done }),
      // The list, which reads the same, reports it.
      onFailure: (cause) => noteProblem('popup.search', cause),
    });
  }, [key]);
  // The matches of the previous letters stay until there is something new to show.
  const ids = words === '' ? undefined : scanned?.ids;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the matches of the previous letters stay until `scanned` changes
  const found = useMemo(
    () =>
      list &&
      ids && {
        ...list,
        ids: list.ids.filter((id) => ids.has(id) || isAlsoFound(id, words.split(' '))),
      },
    [list, scanned, words === ''],
  );
  return { found, done: scanned?.key === key && scanned.done };
}
