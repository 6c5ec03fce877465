import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import { axeViolations } from '../support/axe.ts';
import { selectText } from '../support/browsers/gestures.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { says } from '../support/says.ts';
import { storedClips } from '../support/stored-clips.ts';
import { waitFor } from '../support/wait.ts';

// A browser that has just got Wrapup: a separate one for this file, and not reset for each test.
describe.for(['chromium', 'firefox'] as const)('the first minutes (%s)', (name) => {
  let harness: Harness;
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-welcome-'));
  beforeAll(async () => {
    if (findBrowser(name) !== undefined) harness = await launch(name, { keepWelcome: true });
  });
  afterAll(async () => {
    await harness?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const isWelcome = (page: Page) =>
    page.evaluate(() => location.pathname === '/welcome.html').catch(() => false);
  const welcomes = async () => {
    const pages: Page[] = [];
    for (const page of await harness.pages()) if (await isWelcome(page)) pages.push(page);
    return pages;
  };
  const openedBy = (gesture: () => Promise<unknown>) =>
    waitFor('the page', async () => {
      if ((await welcomes()).length === 0) await gesture();
      return (await welcomes())[0];
    });

  it('begin with one page, on which the key is tried and a post is opened; it comes again only if it is asked for', async ({
    skip,
  }) => {
    if (harness === undefined) return skip('The browser is not there');
    const page = await waitFor(
      'the page after the installation',
      async () => (await welcomes())[0],
    );
    await page.bringToFront();
    await page.waitForSelector('.practice');
    const keys = await page.$eval('kbd', (node) => node.textContent ?? '');
    expect(keys).toBe(name === 'chromium' ? 'Alt+Shift+Q' : 'Alt+Q');
    for (const scheme of ['light', 'dark'] as const) {
      await harness.colorScheme(page, scheme);
      expect(await axeViolations(page), scheme).toEqual([]);
    }
    await harness.colorScheme(page, 'light');

    await selectText(page, { from: 'It counts', to: 'arithmetic.' });
    await harness.shortcut(page);
    await says(page, 'Nothing was saved here.');
    expect(await page.$eval('.practised blockquote', (node) => node.textContent)).toBe(
      'It counts millimetres, hour after hour, and leaves the rest to arithmetic.',
    );
    expect(await axeViolations(page)).toEqual([]);
    expect(await storedClips(page)).toEqual([]);

    const post = join(folder, 'rings.md');
    writeFileSync(post, '---\ntitle: Rings\n---\n\nEvery append lands in a ring.\n');
    const input = await page.waitForSelector('input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(post);
    await says(page, 'Opened “Rings”');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();

    await harness.restart();
    const popup = new PopupDriver(await harness.openOwn('popup.html'));
    await popup.find('button', 'Rings');
    await popup.settled();
    expect(await welcomes()).toEqual([]);
    const again = await openedBy(async () => {
      await popup.page.bringToFront();
      await popup.press('More');
      await (await popup.find('menuitem', 'First steps')).click();
    });
    await again.close();
    const options = await harness.openOwn('options.html');
    await waitFor('the link', () => options.$('a[href="/welcome.html"]'));
    expect(await options.$eval('a[href="/welcome.html"]', (link) => link.textContent?.trim())).toBe(
      'First steps',
    );
  });
});
