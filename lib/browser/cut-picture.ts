import { browser } from 'wxt/browser';

/** CSS px of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether all of the box is in the viewport; a part of a picture would say something else. */
function isWholly(box: Box, viewport: { width: number; height: number }): boolean {
  const { x, y, width, height } = box;
  const inside = x >= -1 && y >= -1 && x + width <= viewport.width + 1;
  return inside && y + height <= viewport.height + 1 && width >= 3 && height >= 3;
}

/** A picture as it is shown, cut from a screenshot of the tab. Rejects where it is not all there. */
export async function cutPicture(
  tabId: number,
  box: Box,
  viewport: { width: number; height: number },
): Promise<ArrayBuffer> {
  if (!isWholly(box, viewport)) throw new Error('not wholly in view');
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) throw new Error('another tab is shown');
  const screenshot = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  const bitmap = await createImageBitmap(await (await fetch(screenshot)).blob());
  const scale = bitmap.width / viewport.width;
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((px) =>
    Math.round(px * scale),
  ) as [number, number, number, number];
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, x, y, width, height, 0, 0, width, height);
  bitmap.close();
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
}
