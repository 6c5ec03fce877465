import { shadowRootsUnder } from '../flat-tree.ts';
import { queryAll } from '../safe-dom.ts';

/** Returns every recording in a document, including shadow trees, in no particular order. */
export function findMedia(doc: Document): HTMLMediaElement[] {
  return [doc, ...shadowRootsUnder(doc)].flatMap(
    (root) => queryAll(root, 'video, audio') as HTMLMediaElement[],
  );
}

/** True if it has any content, because pages keep empty players for later. */
export function isLoaded(media: HTMLMediaElement): boolean {
  return media.readyState > 0 || media.currentTime > 0 || media.currentSrc !== '';
}
