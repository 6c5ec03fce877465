import type { Page } from 'puppeteer-core';
import { it } from 'vitest';
import { damagesOf } from '../support/damage.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('a library whose files are damaged', (harness, name) => {
  const popup = async () => new PopupDriver(await harness().openOwn('popup.html'));
  const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');
  const says = (page: Page, text: string) =>
    waitFor(text, async () => ((await textOf(page)).includes(text) ? true : null));

  it.each(Object.keys(damagesOf(name)))('says that it is gone where %s', async (what) => {
    const driver = await popup();
    await driver.press('New wrap-up');
    await driver.saved();
    await harness().restart('quit', damagesOf(name)[what]);
    const after = await popup();
    await says(after.page, 'Your library is gone');
    await after.press('Start with an empty library');
    await says(after.page, 'New wrap-up');
  });
});
