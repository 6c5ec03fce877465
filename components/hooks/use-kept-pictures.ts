import { useEffect, useState } from 'preact/hooks';
import type { Item } from '../../lib/core/item.ts';
import type { IsKept } from '../../lib/exporters/export-wrap-up.ts';
import { deps } from './edges.ts';

/** Until it is known, what should be there is taken to be there. */
const trusting: IsKept = () => true;

/** Says which of the items' pictures have their bytes; asks again when other ones are wanted. */
export function useKeptPictures(items: readonly Item[] | undefined): IsKept {
  const [isKept, setIsKept] = useState<IsKept>(() => trusting);
  const ids = (items ?? []).flatMap((item) =>
    item.kind === 'image' && item.assetId !== '' ? [item.assetId] : [],
  );
  const key = ids.join();
  useEffect(() => {
    if (ids.length === 0) return;
    let outdated = false;
    deps.assets.kept(ids).then(
      (kept) => {
        // The same function where nothing is lost: the draft need not be composed again.
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
