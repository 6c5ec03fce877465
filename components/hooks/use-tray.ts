import { useEffect, useState } from 'preact/hooks';
import { database } from '../../lib/client/services.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { watchItems } from '../../lib/store/watch-items.ts';
import { useLive } from './use-live.ts';

const none: readonly Item[] = [];

/** What is in a wrap-up's tray, live; nothing for the inbox, which has none. */
export function useTray(wrapUpId: string | undefined): readonly Item[] {
  const tray = useLive<readonly Item[]>(
    `tray of ${wrapUpId ?? ''}`,
    wrapUpId === undefined
      ? undefined
      : (next, fail) => watchItems(database, wrapUpId, next, fail, 2),
  );
  return tray.value ?? none;
}

export type UsedClips = ReadonlyMap<string, readonly string[]>;
const noneUsed: UsedClips = new Map();

/**
 * Which clips of a tray the post links to already, with the ids of the items that do. The reading of
 * links is loaded once there is a tray.
 */
export function useUsedClips(tray: readonly Item[], post: readonly Item[] | undefined): UsedClips {
  const [used, setUsed] = useState(noneUsed);
  useEffect(() => {
    let isOutdated = false;
    if (tray.length === 0 || post === undefined) setUsed(noneUsed);
    else {
      void import('../../lib/render/used-clips.ts').then(({ usedClips }) => {
        if (!isOutdated) setUsed(usedClips(tray, post));
      });
    }
    return () => {
      isOutdated = true;
    };
  }, [tray, post]);
  return used;
}
