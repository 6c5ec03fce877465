import { browser } from 'wxt/browser';
import { isUniform, probePx } from '../core/media/uniform-picture.ts';

/** CSS px of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Captures what a tab shows, in device px. Rejects if another tab is in front or access is missing.
 */
export async function captureTab(tabId: number): Promise<ImageBitmap> {
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) throw new Error('another tab is shown');
  const screenshot = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  return createImageBitmap(await (await fetch(screenshot)).blob());
}

/** Returns a part of a screenshot, or all of it; `scale` 0.5 halves its sides. */
export function cut(
  bitmap: ImageBitmap,
  where: { box: Box; viewport: { width: number } } | null,
  scale = 1,
): OffscreenCanvas {
  const ratio = where === null ? 1 : bitmap.width / where.viewport.width;
  const box = where?.box ?? { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((px) =>
    Math.round(px * ratio),
  ) as [number, number, number, number];
  const [toWidth, toHeight] = [width, height].map((px) => Math.max(1, Math.round(px * scale))) as [
    number,
    number,
  ];
  const canvas = new OffscreenCanvas(toWidth, toHeight);
  canvas.getContext('2d')?.drawImage(bitmap, x, y, width, height, 0, 0, toWidth, toHeight);
  return canvas;
}

export async function toPng(canvas: OffscreenCanvas): Promise<ArrayBuffer> {
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
}

/** True if a picture shows nothing but one colour. */
export function showsNothing(canvas: OffscreenCanvas): boolean {
  const { width, height } = probePx;
  const probe = new OffscreenCanvas(width, height).getContext('2d');
  probe?.drawImage(canvas, 0, 0, width, height);
  const data = probe?.getImageData(0, 0, width, height).data;
  return data !== undefined && isUniform(data);
}
