import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { deps } from '../../lib/client/services.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';

/** Media types that are shown as pictures; other stored files are not. */
const shownType = /^image\/(?:png|jpeg|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/;

/** Addresses of stored pictures, read when a row first needs them; '' while they are not there. */
export function usePictures(): (assetId: string) => string {
  const urls = useRef(new Map<string, string>());
  const [, setVersion] = useState(0);
  useEffect(
    () => () => {
      for (const url of urls.current.values()) URL.revokeObjectURL(url);
    },
    [],
  );
  return useCallback((assetId: string) => {
    if (assetId === '') return '';
    const known = urls.current.get(assetId);
    if (known !== undefined) return known;
    urls.current.set(assetId, '');
    void deps.assets
      .get(assetId)
      .then((asset) => {
        if (!asset || !shownType.test(asset.mediaType)) return;
        const blob = new Blob([asset.bytes], { type: asset.mediaType });
        urls.current.set(assetId, URL.createObjectURL(blob));
        setVersion((before) => before + 1);
      })
      .catch((thrown: unknown) => {
        noteProblem('picture.show', thrown);
        urls.current.delete(assetId);
      });
    return '';
  }, []);
}
