import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { breakDatabase, mendDatabase } from '../support/break-database.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { clickInConfirmation, confirmed } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { storedClips } from '../support/stored-clips.ts';
import { storeRecords } from '../support/stored-records.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('words typed in the confirmation', (harness) => {
  // Without https, our script has fewer browser APIs there.
  const tides = 'http://tides.example/';
  const field = 'Your words about it';
  let own: Page;

  beforeEach(async () => {
    harness().site.addAll({
      [tides]: `<title>Tides</title>${['One', 'Two', 'Three', 'Four', 'Five']
        .map((word) => `<p>${word} gauge counts millimetres.`)
        .join('')}`,
      'https://elsewhere.example/': '<title>Elsewhere</title>',
    });
    own = await harness().openOwn('options.html');
    await own.waitForSelector('[data-field=layout]');
  });

  const clipAndFocus = async (word: string) => {
    const page = await harness().open(tides);
    await selectText(page, { from: `${word} gauge`, to: 'millimetres.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await clickInConfirmation(harness(), page, field);
    return page;
  };
  const notes = async () => (await storedClips(own)).map(({ note }) => note);

  it('are all saved, even if the tab is closed or navigates right after the last key', async () => {
    const leave: [string, (page: Page) => Promise<unknown>][] = [
      ['One', (page) => page.close()],
      ['Two', (page) => page.goto('https://elsewhere.example/')],
      ['Three', (page) => page.close()],
      ['Four', (page) => page.goto('https://elsewhere.example/')],
    ];
    for (const [word, away] of leave) {
      const page = await clipAndFocus(word);
      // It types as fast as the browser accepts, so the last letters are not answered yet.
      await page.keyboard.type(`${word}: a thought, to its last letter.`);
      await away(page);
      const typed = `${word}: a thought, to its last letter.`;
      await waitFor(`"${typed}"`, async () => (await notes()).includes(typed)).catch(async () =>
        expect(await notes()).toContain(typed),
      );
    }
  });

  it('are kept in the popup if nothing can be written, and the card says so', async () => {
    const page = await clipAndFocus('Five');
    const [row] = (await storedClips(own)).filter(
      (clip) => 'text' in clip && String(clip.text).startsWith('Five'),
    );
    await breakDatabase(own);
    await page.keyboard.type('Not lost.');
    await confirmed(harness(), page, 'kept in the Wrapup popup');
    // It may say so of the letters before the last.
    await waitFor('the last letter', () =>
      own.evaluate(async () =>
        JSON.stringify(await chrome.storage.session.get()).includes('Not lost.'),
      ),
    );
    await page.goto('https://elsewhere.example/');
    await mendDatabase(own);
    await harness().stopBackground();
    const popup = await openPopup(harness(), page);
    const offered = await waitFor('the words', () => popup.page.$('[data-unsaved]'));
    expect(await offered.evaluate((node) => node.textContent)).toContain('Not lost.');
    await storeRecords(own, { items: [{ ...row, wrapUpId: 'inbox' }] });
    await popup.press('Save them now');
    await waitFor('the words in the clip', async () => (await notes()).includes('Not lost.'));
    await waitFor('none offered', async () => (await popup.page.$('[data-unsaved]')) === null);
  });
});
