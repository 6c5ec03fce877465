import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitFor } from './wait.ts';

const pictures = process.env.PICTURES;

/** Waits until nothing is being read, and the page's height is stable. */
export async function stillness(page: Page): Promise<void> {
  let last = '';
  await waitFor('the page to come to rest', async () => {
    const now = await page.evaluate(
      () =>
        document.querySelector('[aria-busy=true]') === null &&
        `${document.body.scrollHeight} ${document.body.textContent?.length}`,
    );
    const same = now !== false && now === last;
    last = String(now);
    await new Promise((resolve) => setTimeout(resolve, 80));
    return same;
  });
}

/** Stores pictures for inspection, if requested: `PICTURES=folder`. */
export async function keepPicture(page: Page, called: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({
    path: join(pictures, `${called.replace(/[ .]/g, '-')}.png`) as `${string}.png`,
    fullPage: true,
  });
}
