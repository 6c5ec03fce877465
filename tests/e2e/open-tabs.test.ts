import { beforeEach, expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

const guide = 'https://tides.example/guide';
const app = 'https://tides.example/app';

inBothBrowsers('open tabs', (harness, name) => {
  let driver: PopupDriver;
  const choose = async () => {
    await driver.press('More');
    await (await driver.find('menuitem', 'Clip open tabs…')).click();
  };
  const mayStill = () =>
    driver.page.evaluate(async () => {
      const { permissions } = (await chrome.permissions.getAll()) as { permissions?: string[] };
      return permissions?.includes('tabs');
    });

  beforeEach(async () => {
    harness().site.addAll(pages);
    await harness().open(app);
    const page = await harness().open(guide);
    driver = await openPopup(harness(), page);
  });

  // Chromium's own question can't be answered without a screen; the rest is the same.
  it.skipIf(name === 'chromium')(
    'are listed, clipped into the tray, and not seen again',
    async () => {
      await choose();
      await driver.find('checkbox', 'Reading a gauge');
      await driver.find('checkbox', 'First view');
      expect(await axeViolations(driver.page)).toEqual([]);
      expect(await mayStill()).toBe(false);
      await driver.press('Clip 2 tabs');
      await waitFor('what was done', async () =>
        (await driver.status()).includes('2 tabs clipped; they wait in the tray'),
      );
      await choose();
      const box = await driver.find('checkbox', 'First view');
      expect(await box.evaluate((node) => (node as HTMLInputElement).checked)).toBe(false);
      await driver.page.keyboard.press('Escape');
      await waitFor('the list to close', async () => !(await driver.has('button', 'Cancel')));
      await driver.press('Undo');
      await choose();
      await driver.find('button', 'Clip 2 tabs');
    },
  );

  it('are read in no other way', async () => {
    expect(await mayStill()).toBe(false);
  });
});
