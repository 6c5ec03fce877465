import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import { axeViolations } from '../support/axe.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { changedExtension } from '../support/changed-extension.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

/**
 * This does not use its position, because the message about missing code may appear meanwhile, and
 * moves the tabs.
 */
async function showDraft(driver: PopupDriver): Promise<void> {
  const tab = await driver.find('tab', 'Draft');
  await tab.evaluate((node) => (node as HTMLElement).click());
}

/**
 * Code that is loaded after a page has opened, by the names of its files, and the page that needs
 * it.
 */
const parts: [file: string, page: string, want: (driver: PopupDriver) => Promise<unknown>][] = [
  ['DraftTab', 'popup.html', showDraft],
  ['renderer', 'popup.html', showDraft],
  ['check-worker', 'popup.html', showDraft],
  ['default-template', 'options.html', async () => undefined],
];

describe.for(['chromium', 'firefox'] as const)('code that can’t be loaded (%s)', (name) => {
  let harness: Harness | undefined;
  let extensionDir = '';
  beforeAll(async () => {
    if (findBrowser(name) === undefined) return;
    extensionDir = changedExtension(name, () => ({}));
    harness = await launch(name, { extensionDir });
    const driver = new PopupDriver(await harness.openOwn('popup.html'));
    await driver.press('New wrap-up');
    await driver.type('Your words', 'Ebb and flow', await driver.add('note'));
    await driver.saved();
    await driver.page.close();
  });
  afterAll(async () => {
    await harness?.close();
    if (extensionDir) rmSync(extensionDir, { recursive: true, force: true });
  });

  const alert = (page: Page) =>
    page.evaluate(() => document.querySelector('.not-loaded')?.textContent ?? '');

  it.for(parts)(
    '%s: says so, and is there after another try',
    async ([file, at, want], { skip }) => {
      if (harness === undefined) return skip('The browser is not there');
      const chunks = join(extensionDir, file.endsWith('-worker') ? 'assets' : 'chunks');
      const away = join(extensionDir, 'away');
      mkdirSync(away, { recursive: true });
      const names = readdirSync(chunks).filter((each) => each.startsWith(`${file}-`));
      expect(names).not.toEqual([]);
      const driver = await (async () => {
        for (const each of names) renameSync(join(chunks, each), join(away, each));
        try {
          const shown = new PopupDriver(await harness.openOwn(at));
          await want(shown);
          await waitFor('the sentence', async () => (await alert(shown.page)).includes('is safe'));
          expect(await axeViolations(shown.page)).toEqual([]);
          return shown;
        } finally {
          for (const each of names) renameSync(join(away, each), join(chunks, each));
        }
      })();
      // The page may have noticed already while loading the next tab.
      await driver.pressIfThere('Try again');
      await waitFor('the page anew', async () => (await alert(driver.page)) === '');
      await want(driver);
      if (at === 'popup.html') {
        await waitFor('the draft', () =>
          driver.page.evaluate(
            () => document.querySelector('.draft')?.textContent?.includes('Ebb and flow') ?? false,
          ),
        );
      }
      await driver.page.close();
    },
  );
});
