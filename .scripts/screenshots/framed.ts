import type { Page } from 'puppeteer-core';

const marginPx = 16;

/**
 * Returns pictures of windows, side by side, each with round corners and a soft shadow; around them
 * the picture is transparent, for a README in light and dark mode.
 * @param pictures PNGs with two pixels per CSS pixel
 */
export async function framed(page: Page, pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const images = pictures
    .map((png) => `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`)
    .join('');
  await page.setViewport({ width: 2000, height: 1000, deviceScaleFactor: 2 });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; background: none; }
    main { display: flex; gap: ${marginPx}px; width: max-content; padding: ${marginPx}px; }
    img { zoom: 0.5; border-radius: 24px; border: 2px solid rgb(128 124 114 / 0.35);
      box-shadow: 0 6px 20px rgb(30 25 10 / 0.16); }
  </style><main>${images}</main>`);
  const main = await page.waitForSelector('main');
  if (!main) throw new Error('There is nothing to frame');
  const box = await main.boundingBox();
  if (!box) throw new Error('There is nothing to frame');
  return page.screenshot({ clip: box, omitBackground: true, captureBeyondViewport: true });
}
