import { describe, expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { copied } from '../support/copied.ts';
import { cutLog, damagesOf, tornLog } from '../support/damage.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { says } from '../support/says.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('a library whose files are damaged', (harness, name) => {
  const popup = async () => {
    const driver = new PopupDriver(await harness().openOwn('popup.html'));
    await driver.settled();
    return driver;
  };
  const addNote = async (driver: PopupDriver, words: string) => {
    const note = await driver.add('note');
    await driver.type('Your words', words, note);
    await driver.press('Done', note);
    await driver.saved();
  };

  const begin = async () => {
    const driver = await popup();
    await driver.newWrapUp();
    return driver;
  };

  describe.each(Object.entries(damagesOf(name)))('where %s', (what, damage) => {
    it('says that it is gone, and brings it back with its words', async () => {
      const words = `The tide turned as ${what}.`;
      const driver = await begin();
      await addNote(driver, words);
      await copied(driver.page, words);
      await harness().restart('quit', damage);
      const after = await popup();
      // A damaged log loses only the newest changes if Chromium has begun a new one, or loses
      // nothing.
      const lost = await waitFor('what is lost', () =>
        after.page.evaluate((all) => {
          const title = document.querySelector('.empty[role=alert] h2')?.textContent ?? '';
          if (title.startsWith('Your library is gone')) return 'library';
          if (/ (?:is|are) missing$/.test(title)) return 'changes';
          return document.querySelector('.clips')?.textContent?.includes(all) ? 'nothing' : null;
        }, words),
      );
      if (what !== 'its log is garbage') expect(lost).toBe('library');
      expect(await axeViolations(after.page)).toEqual([]);
      if (lost === 'library') await after.press('Bring it back');
      if (lost === 'changes') await after.press('Bring the changes back');
      await waitFor('the words', async () => (await after.rowTexts()).at(-1) === words);
    });
  });

  it('shows the library in every page that is open once one of them has brought it back', async () => {
    const words = 'The tide turned for two pages.';
    const driver = await begin();
    await addNote(driver, words);
    await copied(driver.page, words);
    const [damage] = Object.values(damagesOf(name));
    await harness().restart('quit', damage);
    const library = await harness().openOwn('library.html');
    await says(library, 'Your library is gone');
    const after = await popup();
    await after.press('Bring it back');
    await waitFor('the words', async () => (await after.rowTexts()).at(-1) === words);
    await library.waitForSelector('#backup .button.primary');
    await library.close();
  });

  it('shows what a restore of a snapshot would do', async () => {
    await addNote(await begin(), 'The tide turned.');
    // The first one is made some time after the last write.
    const library = await waitFor(
      'a page that lists a snapshot',
      async () => {
        const page = await harness().openOwn('library.html');
        await page.waitForSelector('#backup .button.primary');
        if (await page.$('.snapshots button')) return page;
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        await page.close();
        return null;
      },
      100_000,
    );
    expect(await axeViolations(library)).toEqual([]);
    await (await library.$('.snapshots button'))?.click();
    await library.waitForSelector('.restore-preview');
  });

  if (name !== 'chromium') return;

  it('is there after the start that follows a kill in the middle of a write', async () => {
    const driver = await begin();
    await addNote(driver, 'Cut off in the middle');
    await copied(driver.page, 'Cut off in the middle');
    await harness().restart('kill', tornLog);
    // Chromium opens it, and continues writing where the log was torn.
    const torn = await popup();
    const shown = await waitFor('its rows, or what is missing', () =>
      torn.page.evaluate(() => {
        if (document.querySelector('.empty[role=alert] .primary')) return 'alert';
        return document.querySelector('main.popup[aria-busy=false] li') ? 'rows' : null;
      }),
    );
    // The last record may be one of Chromium's own.
    if (shown === 'alert') await torn.press('Bring the changes back');
    await waitFor('the words', async () => (await torn.rowTexts()).length === 1);
    await addNote(torn, 'Written after it');
    await waitFor('a log of its own for what is written now', () =>
      torn.page.evaluate(async () => {
        const { logRenewed } = await chrome.storage.session.get('logRenewed');
        return logRenewed === true;
      }),
    );
    await harness().restart('quit');
    const after = await popup();
    await waitFor('all of it', async () => (await after.rowTexts()).length === 2);
    expect(await after.rowTexts()).toEqual(['Cut off in the middle', 'Written after it']);
  });

  it('says how many changes a cut log lost, and brings them back', async () => {
    const driver = await begin();
    for (const n of [1, 2, 3]) await addNote(driver, `Wave ${n} of three`);
    await copied(driver.page, 'Wave 3 of three');
    await harness().restart('quit', cutLog);
    const after = await popup();
    await waitFor('the sentence', () =>
      after.page.evaluate(() =>
        / changes? (?:is|are) missing/.test(document.body.textContent ?? ''),
      ),
    );
    await says(after.page, 'Wrapup kept a copy of them.');
    await after.press('Bring the changes back');
    await waitFor('the words', async () => (await after.rowTexts()).length === 3);
    expect((await after.rowTexts()).at(-1)).toBe('Wave 3 of three');
  });
});
