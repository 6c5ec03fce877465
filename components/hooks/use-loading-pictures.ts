import { useEffect, useState } from 'preact/hooks';
import { watchLoadingPictures } from '../../lib/browser/loading-pictures.ts';
import { isStillLoading, type LoadingPicture } from '../../lib/core/capture/loading-picture.ts';

/**
 * How often loading pictures are checked, because one whose background was stopped ends without a
 * message.
 */
const lookMs = 5_000;

/** Ids of the clips whose picture is still loading. */
export function useLoadingPictures(): ReadonlySet<string> {
  const [all, setAll] = useState<readonly LoadingPicture[]>([]);
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(
    () =>
      watchLoadingPictures((loading) => {
        setAll(loading);
        setNow(new Date().toISOString());
      }),
    [],
  );
  useEffect(() => {
    if (all.length === 0) return;
    const timer = setInterval(() => setNow(new Date().toISOString()), lookMs);
    return () => clearInterval(timer);
  }, [all]);
  return new Set(all.filter((each) => isStillLoading(each, now)).map(({ itemId }) => itemId));
}
