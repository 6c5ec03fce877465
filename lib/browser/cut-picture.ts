import { type Box, captureTab, cut, toPng } from './screenshot.ts';

export type { Box } from './screenshot.ts';

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
  const bitmap = await captureTab(tabId);
  const picture = cut(bitmap, { box, viewport });
  bitmap.close();
  return toPng(picture);
}
