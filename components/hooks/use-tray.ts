import { useEffect, useMemo, useState } from 'preact/hooks';
import { mark } from '../../lib/app/tray.ts';
import { scanList } from '../../lib/client/list-scan.ts';
import { listSource } from '../../lib/client/read-items.ts';
import { database, deps, pending } from '../../lib/client/services.ts';
import { loadCode, whenLoaded } from '../../lib/core/base/load-code.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { ItemLinks } from '../../lib/render/used-clips.ts';
import { watchItems } from '../../lib/store/watch-items.ts';
import { useLive } from './use-live.ts';

const none: readonly Item[] = [];

/** The contents of a wrap-up's tray, live; empty for the inbox, which has none. */
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
 * Which clips of a tray the post links to already, with the ids of the linking items. The post is
 * searched in slices, once there is a tray, and only linking items are kept. That a clip is linked
 * to is stored as a decision about it.
 */
export function useUsedClips(tray: readonly Item[], placeId: string | undefined): UsedClips {
  const [links, setLinks] = useState<{
    placeId: string;
    used: (tray: readonly Item[]) => UsedClips;
  }>();
  const isWanted = tray.length > 0;
  useEffect(() => {
    if (!isWanted || placeId === undefined) return;
    let isEnded = false;
    let end: (() => void) | undefined;
    const code = loadCode('used-clips', () => import('../../lib/render/used-clips.ts'));
    void whenLoaded(code, ({ linksIn, usedClips }) => {
      if (isEnded) return;
      const read = new Map<string, ItemLinks>();
      end = scanList({
        source: listSource(placeId),
        typed: pending,
        isWanted(item) {
          const found = linksIn(item);
          if (found) read.set(item.id, found);
          return found !== undefined;
        },
        keepsFound: false,
        onFound(ids) {
          const found = [...ids].flatMap((id) => read.get(id) ?? []);
          setLinks({ placeId, used: (clips) => usedClips(clips, found) });
        },
        // The list, which reads the same, reports it.
        onFailure: (cause) => noteProblem('popup.used', cause),
      });
    });
    return () => {
      isEnded = true;
      end?.();
    };
  }, [isWanted, placeId]);
  const used = links?.placeId === placeId ? links?.used : undefined;
  const found = useMemo(() => used?.(tray) ?? noneUsed, [used, tray]);
  // A clip that was linked to is not new again when the link is removed.
  useEffect(() => {
    const linked = tray.filter(({ id, triagedAt }) => triagedAt === undefined && found.has(id));
    if (linked.length > 0)
      void mark(
        'triagedAt',
        deps,
        linked.map(({ id }) => id),
      );
  }, [tray, found]);
  return found;
}
