/**
 * Makes the PNG icons from `public/icon/icon.svg`, in Chromium, so no image library is needed. Run
 * it after changing the SVG: `node .scripts/icons.ts`. The PNGs are committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const folder = new URL('../public/icon/', import.meta.url);
const sizesPx = [16, 32, 48, 128];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  pipe: true,
  args: ['--no-sandbox'],
});
try {
  const svg = readFileSync(new URL('icon.svg', folder), 'utf8');
  const page = await browser.newPage();
  for (const sizePx of sizesPx) {
    await page.setViewport({ width: sizePx, height: sizePx });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${sizePx}px;height:${sizePx}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`${sizePx}.png`, folder), png);
  }
} finally {
  await browser.close();
}
