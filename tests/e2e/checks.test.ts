import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const turnOff = 'Turn off this check: Words that appear twice in a row';

inBothBrowsers('the checks of a draft', (harness) => {
  const sentences = (popup: PopupDriver) =>
    popup.page.$$eval('.checks li p', (all) => all.map(({ textContent }) => textContent));
  const showChecks = async (popup: PopupDriver) => {
    await popup.tab('Draft');
    const summary = await waitFor('the checks', () => popup.page.$('.checks summary'));
    await summary.click();
  };

  it('lead to their block, fix it, and can be turned off and on again', async () => {
    const wrapUp = createWrapUp({ draft: false, speakers: [] });
    const notes = [
      createNote({ note: 'A first note.' }),
      createNote({ note: 'It moved from from there.' }),
    ];
    await storePost(harness(), wrapUp, notes);
    const popup = await openInTab(harness());
    const { page } = popup;
    await showChecks(popup);
    expect(await sentences(popup)).toEqual(['The word “from” appears twice in a row.']);
    expect(await axeViolations(page)).toEqual([]);

    await popup.press('Show in the post: It moved from from there.');
    await waitFor('the note', () =>
      page.evaluate(
        () => (document.activeElement as HTMLTextAreaElement).value === 'It moved from from there.',
      ),
    );

    await showChecks(popup);
    await popup.press('Fix: The word “from” appears twice in a row.');
    await waitFor('the text to be mended', async () =>
      (await popup.draft()).endsWith('It moved from there.\n'),
    );
    await waitFor('nothing to check', async () => (await page.$('.checks')) === null);
    await popup.press('Undo');
    await waitFor('the text as it was', async () =>
      (await popup.draft()).endsWith('It moved from from there.\n'),
    );

    await showChecks(popup);
    await popup.press(turnOff);
    await waitFor('nothing to check', async () => (await page.$('.checks')) === null);
    const options = new PopupDriver(await harness().openOwn('options.html'));
    const box = await options.find('checkbox', 'Words that appear twice in a row');
    const isOn = () => box.evaluate((node) => (node as HTMLInputElement).checked);
    expect(await isOn()).toBe(false);
    expect(await axeViolations(options.page)).toEqual([]);
    await page.bringToFront();
    await popup.press('Undo');
    await showChecks(popup);
    expect(await sentences(popup)).toHaveLength(1);
    await waitFor('the box to be ticked again', isOn);
    await options.page.close();
    await page.close();
  });
});
