import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { idle } from '../../lib/client/idle.ts';
import type { ListSnapshot } from '../../lib/client/live-list.ts';
import { loadedBlockRenderer, loadRenderer } from '../../lib/client/loaded-later.ts';
import { listWithParts, type PartList, partKey } from '../../lib/client/part-list.ts';
import { readItems } from '../../lib/client/read-items.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { ImageClip, Item } from '../../lib/core/post/item.ts';
import type { HouseStyle, Profile } from '../../lib/core/post/profile.ts';
import { recordingsOf } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { BlockCache } from '../../lib/render/items/block-cache.ts';
import type { PartOutput } from '../../lib/render/parts/template-output.ts';
import { useItems } from './use-items.ts';
import { useProfile } from './use-profile.ts';

/** A custom template may use every clip, which would slow down the list in longer posts. */
const mostForOwn = 2_000;
const idleWithinMs = 2_000;

const isOwn = ({ template }: Profile) => template.trim() !== '';
const isPicture = (item: Item): item is ImageClip => item.kind === 'image';
/** A picture that is no address may be a clip's, by its file name. */
const namesPicture = (wrapUp: WrapUp) =>
  recordingsOf(wrapUp).some(
    ({ recording: { picture } }) => picture !== '' && !/^https?:/.test(picture),
  );

/**
 * The list with the parts of the wrap-up's template among its rows, as soon as their output is
 * known; undefined until then, and if there is no post.
 * @param isAwaited true while somebody waits for it
 * @param firstStyle the wrap-up's style as it was read before the first paint: if the code that
 * draws blocks is loaded by then, the parts are there at once
 */
export function usePartList(
  wrapUp: WrapUp | undefined,
  list: ListSnapshot | undefined,
  isAwaited: boolean,
  firstStyle?: HouseStyle | undefined,
): { parts: PartList | undefined; isComing: boolean } {
  const profile = useProfile(wrapUp?.styleId, firstStyle);
  const whole = list && !list.partial ? list : undefined;
  const count = whole?.ids.length ?? 0;
  const own = profile !== undefined && isOwn(profile);
  const isTooLong = own && count > mostForOwn;
  const wanted = wrapUp && whole && profile && !isTooLong ? wrapUp : undefined;
  const items = useItems(own ? wanted?.id : undefined);
  const cache = useRef<BlockCache>(undefined);
  const [made, setMade] = useState(() => {
    const renderer = loadedBlockRenderer();
    if (!renderer || !wanted || !profile || own || namesPicture(wanted)) return undefined;
    cache.current = new renderer.BlockCache();
    return printed(wanted.id, renderer.draftParts(wanted, [], profile, cache.current));
  });
  const isWanted = wanted !== undefined;
  useEffect(() => {
    if (!wrapUp || !profile || !isWanted || (own && !items)) return;
    let outdated = false;
    const make = async () => {
      if (!isAwaited) await idle(idleWithinMs);
      if (outdated) return;
      const { BlockCache, draftParts } = await loadRenderer();
      const pictures = namesPicture(wrapUp) && !own ? await readItems(wrapUp.id, isPicture) : [];
      if (outdated) return;
      cache.current ??= new BlockCache();
      const { parts } = printed(
        wrapUp.id,
        draftParts(wrapUp, items ?? pictures, profile, cache.current),
      );
      setMade((before) => keepSame(before, wrapUp.id, parts));
    };
    make().catch((thrown: unknown) => {
      // The list is shown without them; all its rows are there.
      noteProblem('popup.parts', thrown);
      if (!outdated) setMade((before) => keepSame(before, wrapUp.id, []));
    });
    return () => {
      outdated = true;
    };
  }, [wrapUp, profile, items, own, isWanted, isAwaited]);

  const shown = useRef<PartList>(undefined);
  const ids = useRef(new Map<string, string>());
  const wrapUpId = wanted?.id;
  const template = made?.wrapUpId === wrapUpId ? made?.parts : undefined;
  const parts = useMemo(() => {
    if (!whole || wrapUpId === undefined || template === undefined) return undefined;
    const known = ids.current;
    for (const row of whole.outline.values()) {
      if (row.kind !== 'part') continue;
      const key = `${wrapUpId}/${partKey(row)}`;
      // An undone row leaves its id behind, because the part's next row gets another.
      if (known.get(key) === row.id) known.delete(key);
    }
    const idOf = (part: Parameters<typeof partKey>[0]) => {
      const key = `${wrapUpId}/${partKey(part)}`;
      const id = known.get(key) ?? crypto.randomUUID();
      known.set(key, id);
      return id;
    };
    shown.current = listWithParts(whole, template, idOf, wrapUpId, shown.current);
    return shown.current;
  }, [whole, template, wrapUpId]);
  return { parts, isComing: wrapUp !== undefined && parts === undefined && !isTooLong };
}

interface Made {
  wrapUpId: string;
  parts: readonly PartOutput[];
}

/** A broken template has no parts; its draft says what is wrong. */
const printed = (wrapUpId: string, parts: Result<PartOutput[], Failure>): Made => ({
  wrapUpId,
  parts: parts.ok ? parts.value : [],
});

/**
 * Keeps equal output as the same object, so typing in the details does not render the list again.
 */
function keepSame(before: Made | undefined, wrapUpId: string, parts: readonly PartOutput[]): Made {
  const isSame =
    before?.wrapUpId === wrapUpId && JSON.stringify(before.parts) === JSON.stringify(parts);
  return isSame ? before : { wrapUpId, parts };
}
