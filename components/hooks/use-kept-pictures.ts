import { useEffect, useMemo, useState } from 'preact/hooks';
import { deps } from '../../lib/client/services.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { IsKept } from '../../lib/exporters/draft-parts.ts';
import { pictureIds } from '../../lib/exporters/picture-ids.ts';

/** Until it is known, pictures are assumed to be there. */
const trusting: IsKept = () => true;

/** Returns which of a post's pictures have their bytes; checks again when the pictures change. */
export function useKeptPictures(
  wrapUp: WrapUp | undefined,
  items: readonly Item[] | undefined,
): IsKept {
  const [isKept, setIsKept] = useState<IsKept>(() => trusting);
  const ids = useMemo(() => (wrapUp && items ? pictureIds(wrapUp, items) : []), [wrapUp, items]);
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `ids`, which is new each time
  useEffect(() => {
    if (ids.length === 0) return;
    let outdated = false;
    deps.assets.kept(ids).then(
      (kept) => {
        // It stays the same function if nothing is lost, so the draft need not be composed again.
        const allThere = ids.every((id) => kept.has(id));
        if (!outdated) setIsKept(() => (allThere ? trusting : (id: string) => kept.has(id)));
      },
      () => undefined,
    );
    return () => {
      outdated = true;
    };
  }, [key]);
  return isKept;
}
