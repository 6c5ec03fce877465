import type { Page } from 'puppeteer-core';
import type { Harness } from '../support/browsers/harness.ts';
import { watchBlocks, watchList } from './popup-page.ts';
import { type ThreadTime, traceThread } from './thread-time.ts';

/** How a page of ours is viewed. */
export interface Viewing {
  /** Size of the viewport, CSS px. */
  size: { width: number; height: number };
  /** How long it is traced after its list shows. */
  tracedMs?: number;
}

const longestMs = 60_000;

async function openBlank(browser: Harness, { size }: Viewing): Promise<Page> {
  const page = await browser.openOwn('manifest.json');
  await page.setViewport(size);
  return page;
}

const isShown = (page: Page) =>
  page.waitForFunction(() => window.listShownMs !== undefined, { timeout: longestMs });

/** Opens a page and waits for the frame that shows the first match of `selector`. */
export async function showList(
  browser: Harness,
  path: string,
  selector: string,
  viewing: Viewing,
): Promise<Page> {
  const page = await openBlank(browser, viewing);
  await page.evaluateOnNewDocument(watchList, selector);
  await page.evaluateOnNewDocument(watchBlocks);
  await page.goto(`${browser.origin}/${path}`);
  await isShown(page);
  return page;
}

/** Returns how long that took, ms since navigation. */
export async function timeList(...shown: Parameters<typeof showList>): Promise<number> {
  const page = await showList(...shown);
  const ms = await page.evaluate(() => window.listShownMs ?? Number.NaN);
  await page.close();
  return ms;
}

/** Measures the same by the main thread's own clock, and its longest task at the start. */
export async function traceList(
  browser: Harness,
  path: string,
  selector: string,
  viewing: Viewing,
): Promise<ThreadTime> {
  const page = await openBlank(browser, viewing);
  await page.evaluateOnNewDocument(watchList, selector);
  const time = await traceThread(page, 'navigationStart', 'list-shown', async () => {
    await page.goto(`${browser.origin}/${path}`);
    await isShown(page);
    await pause(viewing.tracedMs ?? 0);
  });
  await page.close();
  return time;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits until the page has been idle for half a second, or at most this long, because fixed waits
 * would add minutes to a run.
 */
export function comeToRest(page: Page, longestMs = 3_000): Promise<void> {
  return page.evaluate(async (longest) => {
    const wanted = 5;
    const end = performance.now() + longest;
    for (let idle = 0; idle < wanted && performance.now() < end; ) {
      const leftMs = await new Promise<number>((resolve) => {
        requestIdleCallback((deadline) => resolve(deadline.timeRemaining()), { timeout: 500 });
      });
      idle = leftMs > 20 ? idle + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, longestMs);
}
