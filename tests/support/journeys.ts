import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import { Display, hasKeys } from './browsers/display.ts';
import type { BrowserName, Harness, HarnessOptions } from './browsers/harness.ts';
import { launch } from './browsers/launch.ts';
import { PopupDriver } from './popup-driver.ts';
import { root } from './source-files.ts';

/**
 * Defines the same journeys for both browsers; each gets one browser, with a separate profile, for
 * all its tests. On CI both browsers must exist; elsewhere a missing one is skipped.
 */
export function inBothBrowsers(
  title: string,
  define: (harness: () => Harness, name: BrowserName) => void,
  options?: HarnessOptions,
): void {
  for (const name of ['chromium', 'firefox'] as const) {
    inBrowser(
      name,
      title,
      (harness) => define(harness, name),
      () => launch(name, options),
    );
  }
}

/**
 * Does the same with windows on a virtual display, on which real keys are pressed. On CI it must
 * exist; elsewhere the journeys are skipped without it.
 */
export function withRealKeys(
  title: string,
  define: (harness: () => Harness, name: BrowserName, display: () => Display) => void,
): void {
  const missing = !process.env.CI && !hasKeys();
  if (missing) console.warn(`Skipped: ${title}, for want of Xvfb or xdotool on this machine.`);
  describe.skipIf(missing)('on a display', () => {
    let display: Display | undefined;
    const shown = () => {
      if (!display) throw new Error('There is no display');
      return display;
    };
    beforeAll(async () => {
      display = await Display.start();
    });
    afterAll(() => display?.stop());
    for (const name of ['chromium', 'firefox'] as const) {
      inBrowser(
        name,
        title,
        (harness) => define(harness, name, shown),
        () => launch(name, { display: shown() }),
      );
    }
  });
}

/** Does the same in one browser. */
export function inBrowser(
  name: BrowserName,
  title: string,
  define: (harness: () => Harness) => void,
  start: () => Promise<Harness> = () => launch(name),
): void {
  const missing = !process.env.CI && findBrowser(name) === undefined;
  if (missing) console.warn(`Skipped: ${title}, in ${name}, which is not installed here.`);
  describe.skipIf(missing)(`${title} (${name})`, () => {
    let harness: Harness | undefined;
    beforeAll(async () => {
      harness = await start();
    });
    // Each test begins with an empty library and no page, alone or after any other.
    beforeEach(() => harness?.startAnew());
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail' && harness) await keepPictures(harness, task.name);
    });
    afterAll(() => harness?.close());
    define(() => {
      if (!harness) throw new Error(`${name} did not start`);
      return harness;
    });
  });
}

/**
 * Stores what was on the screen when a test failed, in `.output/test`. A tab in the background
 * comes to the front first, because otherwise Chromium (156) would never finish its picture, and
 * Puppeteer opens no page meanwhile.
 */
async function keepPictures(harness: Harness, test: string): Promise<void> {
  const folder = join(root, '.output', 'test');
  mkdirSync(folder, { recursive: true });
  const name = `${harness.name} ${test}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  // The popup comes first, because taking a picture of the page closes it.
  const open = (await harness.pages()).reverse().slice(0, 2);
  for (const [at, page] of open.entries()) {
    // Chromium (156) may never finish a picture of its PDF viewer, and then answers nothing else.
    const type = page.evaluate(() => document.contentType).catch(() => '');
    if ((await Promise.race([type, later('application/pdf')])) === 'application/pdf') continue;
    const hidden = () => page.evaluate(() => document.hidden).catch(() => true);
    if (await Promise.race([hidden(), later(true)])) {
      await Promise.race([page.bringToFront().catch(() => {}), later(undefined)]);
      if (await Promise.race([hidden(), later(true)])) continue;
    }
    const picture = takePicture(harness, page, `${join(folder, name)}-${at}.png`).catch(() => {});
    await Promise.race([picture, later(undefined)]);
  }
}

/**
 * In Chromium this bypasses Puppeteer, which opens no page while it takes a picture, and some
 * pictures never finish.
 */
async function takePicture(harness: Harness, page: Page, path: `${string}.png`): Promise<void> {
  if (harness.name === 'firefox') return void (await page.screenshot({ path }));
  const session = await page.createCDPSession();
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  writeFileSync(path, Buffer.from(data, 'base64'));
  await session.detach();
}

const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 3_000));

/** Opens the real popup over a page. */
export async function openPopup(
  harness: Harness,
  page: Parameters<Harness['popup']>[0],
): Promise<PopupDriver> {
  const popup = new PopupDriver(await harness.popup(page));
  await popup.page.waitForSelector('main.popup [role=tab]');
  await popup.settled();
  return popup;
}

/** Opens the real panel beside a page. */
export async function openPanel(
  harness: Harness,
  page: Parameters<Harness['panel']>[0],
): Promise<PopupDriver> {
  const panel = new PopupDriver(await harness.panel(page));
  await panel.page.waitForSelector('main.popup [role=tab]');
  await panel.settled();
  return panel;
}

/** Opens the page of the popup in a tab; `hash` is the end of its address. */
export async function openInTab(harness: Harness, hash = ''): Promise<PopupDriver> {
  const popup = new PopupDriver(await harness.openOwn(`popup.html${hash}`));
  await popup.page.bringToFront();
  await popup.page.waitForSelector('main.popup [role=tab]');
  await popup.settled();
  return popup;
}
