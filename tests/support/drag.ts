import type { ElementHandle, Page } from 'puppeteer-core';
import { waitFor } from './wait.ts';

/**
 * Drags like a hand: with a few moves on the way, and drops once what is dragged is there.
 * @param abovePx how far above the middle of `to` it is dropped
 */
export async function drag(
  page: Page,
  from: ElementHandle<Element> | null,
  to: ElementHandle<Element> | null,
  isThere: () => Promise<boolean>,
  abovePx = 8,
): Promise<void> {
  const [start, end] = [await from?.boundingBox(), await to?.boundingBox()];
  if (!start || !end) throw new Error('Nothing to drag');
  const middle = (box: typeof start) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await waitFor('what is dragged to be there', async () => {
    await page.mouse.move(middle(start).x, middle(start).y);
    await page.mouse.down();
    await page.mouse.move(middle(start).x, middle(start).y - 6, { steps: 3 });
    await page.mouse.move(middle(end).x, middle(end).y - abovePx, { steps: 12 });
    // The code for dragging may not be loaded yet; a user would then drag again.
    const isDone = await waitFor('it', isThere, 3_000).catch(() => false);
    await page.mouse.up();
    return isDone;
  });
}
