/**
 * `npm run store-pictures` makes the pictures of the stores' listings from the built extension, in
 * each language, in Chromium, in `.output/store`: five of 1280 × 800 pixels, a tile of 440 × 280,
 * and the icon of 128.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { goldenWrapUp } from '../tests/fixtures/golden/wrap-up.ts';
import { launch } from '../tests/support/browsers/launch.ts';
import { stillness } from '../tests/support/looked-at.ts';
import { PopupDriver } from '../tests/support/popup-driver.ts';
import { build } from './build.mjs';
import { storeGoldenWrapUp } from './screenshots/stored-wrap-up.ts';
import { installTools } from './set-up.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const languages = ['en', 'de'] as const;
/** Both stores require this size. */
const wide = { width: 1280, height: 800 };
const tile = { width: 440, height: 280 };

if (installTools(['chromium']).length > 0 || !build('chrome')) process.exit(1);
const harness = await launch('chromium');
try {
  const own = await harness.openOwn('library.html');
  await own.waitForSelector('main h1');
  await storeGoldenWrapUp(own, await slide());
  await own.close();
  for (const language of languages) {
    const folder = join(root, '.output', 'store', language);
    mkdirSync(folder, { recursive: true });
    await speak(language);
    const desk = `desk.html#${goldenWrapUp.id}`;
    await picture(join(folder, '1-desk.png'), desk, '.desk-check-count', 'light');
    await picture(join(folder, '2-clips.png'), 'popup.html', '.beside .draft', 'light');
    await picture(join(folder, '3-details.png'), 'popup.html', '.beside .draft', 'light', 1);
    await picture(join(folder, '4-desk-dark.png'), desk, '.desk-check-count', 'dark');
    await picture(join(folder, '5-first-steps.png'), 'welcome.html', '.practice', 'light');
    await keepTile(join(folder, 'tile.png'), language);
    copyFileSync(join(root, 'public', 'icon', '128.png'), join(folder, 'icon.png'));
  }
} finally {
  await harness.close();
}

async function slide(): Promise<Uint8Array> {
  const page = await harness.openOwn('icon/16.png');
  await page.goto('about:blank');
  const svg = readFileSync(new URL('screenshots/slide.svg', import.meta.url), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const shown = await (await page.waitForSelector('svg'))?.screenshot();
  await page.close();
  if (!shown) throw new Error('The slide has no picture');
  return shown;
}

/** Chooses the language in the options, as a user would. */
async function speak(tag: (typeof languages)[number]): Promise<void> {
  const options = await harness.openOwn('options.html');
  const choice = await options.waitForSelector('select:has(option[value="de"])');
  await choice?.select(tag);
  await options.waitForSelector(`html[lang="${tag}"]`);
  await options.close();
}

async function picture(
  path: string,
  page: string,
  ready: string,
  scheme: 'light' | 'dark',
  tab?: number,
): Promise<void> {
  const shown = await harness.openOwn(page);
  await shown.setViewport(wide);
  await harness.colorScheme(shown, scheme);
  await shown.waitForSelector(ready);
  await stillness(shown);
  if (tab !== undefined) {
    await (await shown.$$('[role=tab]'))[tab]?.click();
    await new PopupDriver(shown).settled();
  }
  await shown.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await shown.mouse.move(0, 0);
  await keep(shown, path, wide);
}

/** Makes the tile: the icon and the extension's description. */
async function keepTile(path: string, language: string): Promise<void> {
  const messages = JSON.parse(
    readFileSync(join(root, 'public', '_locales', language, 'messages.json'), 'utf8'),
  ) as Record<string, { message: string }>;
  const icon = readFileSync(join(root, 'public', 'icon', 'icon.svg'), 'utf8');
  const page = await harness.openOwn('icon/16.png');
  await page.goto('about:blank');
  await page.setViewport(tile);
  await page.setContent(`<!doctype html><style>
    body { margin: 0; height: 100vh; box-sizing: border-box; padding: 32px; display: grid; align-content: center;
      gap: 14px; background: #f7f6f3; color: #1d1c1a; font: 19px/1.4 system-ui, sans-serif; }
    h1 { margin: 0; display: flex; gap: 14px; align-items: center; font-size: 40px; }
    svg { width: 64px; height: 64px; }
    p { margin: 0; }
  </style><h1>${icon}${messages.extension_name?.message}</h1><p>${messages.extension_description?.message}</p>`);
  await keep(page, path, tile);
}

async function keep(page: Page, path: string, { width, height }: typeof wide): Promise<void> {
  const png = Buffer.from(await page.screenshot());
  await page.close();
  // A PNG's header has its size at byte 16.
  if (png.readUInt32BE(16) !== width || png.readUInt32BE(20) !== height)
    throw new Error(`${path} is not ${width} × ${height}`);
  writeFileSync(path, png);
  console.log(path.slice(root.length));
}
