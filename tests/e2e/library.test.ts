import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('the page of all that is stored', (harness) => {
  it('is opened from the popup, and is accessible', async () => {
    const popup = new PopupDriver(await harness().openOwn('popup.html'));
    await popup.press('More');
    await (await popup.find('menuitem', 'Backup and trash')).click();
    // Asked of the page itself: Firefox (153) tells BiDi no address of what an extension opened.
    const page = await waitFor('the page in a tab', async () => {
      for (const each of await harness().pages()) {
        const isIt = () => document.querySelector('main.library') !== null;
        if (await each.evaluate(isIt).catch(() => false)) return each;
      }
      return null;
    });
    for (const scheme of ['light', 'dark'] as const) {
      await harness().colorScheme(page, scheme);
      expect(await axeViolations(page), scheme).toEqual([]);
    }
  });
});
