import { documentView, localName, ownerDocument } from '../safe-dom.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The size includes scroll bars, as a screenshot does. */
export function viewportOf(doc: Document): { width: number; height: number } {
  const view = documentView(doc);
  return { width: view?.innerWidth ?? 0, height: view?.innerHeight ?? 0 };
}

/** Returns the part of a box that is in view, CSS px; null for none. */
function inView(box: Box, view: { width: number; height: number }): Box | null {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  const width = Math.min(view.width, box.x + box.width) - x;
  const height = Math.min(view.height, box.y + box.height) - y;
  return width >= 1 && height >= 1 ? { x, y, width, height } : null;
}

/**
 * Returns where the picture itself is: a player is often wider or higher, with bars beside the
 * picture.
 */
function pictureBox(video: HTMLVideoElement, box: Box): Box {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return box;
  const fit = getComputedStyle(video).objectFit || 'contain';
  if (fit !== 'contain') return box;
  const scale = Math.min(box.width / videoWidth, box.height / videoHeight);
  const [width, height] = [videoWidth * scale, videoHeight * scale];
  return {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  };
}

/**
 * Returns what is visible of a video's picture, CSS px of its frame; null for a sound or if out of
 * view.
 */
export function visiblePicture(media: HTMLMediaElement): Box | null {
  if (localName(media) !== 'video') return null;
  const { left: x, top: y, width, height } = media.getBoundingClientRect();
  const doc = ownerDocument(media);
  const box = pictureBox(media as HTMLVideoElement, { x, y, width, height });
  return doc ? inView(box, viewportOf(doc)) : null;
}
