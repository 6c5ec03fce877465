import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { selectText } from '../support/browsers/gestures.ts';
import {
  clickInConfirmation,
  confirmationGone,
  confirmed,
  readConfirmation,
} from '../support/confirmation.ts';
import { joinLines, splitPost } from '../support/draft-text.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('clipping', (harness) => {
  const open = (url: string) => {
    harness().site.addAll(pages);
    return harness().open(url);
  };
  const openGuide = () => open('https://tides.example/guide');
  /** Opens the popup over `page` to see its rows, and closes it again. */
  const expectRows = async (page: Page, expected: string[]) => {
    const popup = await openPopup(harness(), page);
    await waitFor(
      'as many rows',
      async () => (await popup.rows()).length === expected.length,
    ).catch(() => {});
    expect(await popup.rowTexts()).toEqual(expected);
    await harness().closePopup();
  };
  const newWrapUp = async (page: Page) => {
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    await popup.newWrapUp();
    await harness().closePopup();
    await page.bringToFront();
  };
  const quoteWords = { from: 'A gauge knows', to: 'tide::fit' };
  const quoteText =
    'A gauge knows nothing of the moon: it counts millimetres, and leaves the rest to tide::fit';

  it('the very first clip needs no set-up: a wrap-up is made for it, and the page says so', async () => {
    const page = await openGuide();
    await selectText(page, quoteWords);
    await harness().shortcut(page);
    expect(await confirmed(harness(), page, 'Clipped to “Wrap-up')).toMatchObject({
      role: 'status',
    });
    await expectRows(page, [quoteText]);
    expect(await harness().badge()).toBe('1');
    await page.close();
  });

  it('the shortcut clips the page’s link if nothing is selected', async () => {
    const page = await openGuide();
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await expectRows(page, ['Reading a gauge']);
    await page.close();
  });

  it('the context menu clips a selection, a link, a picture and the page', async () => {
    const page = await openGuide();
    await newWrapUp(page);
    const element = async (selector: string) => {
      const found = await page.$(selector);
      if (!found) throw new Error(`No ${selector}`);
      return found;
    };
    await selectText(page, quoteWords);
    await harness().menu(page, 'clip-selection', await element('#words'));
    await confirmed(harness(), page, 'Clipped');
    await page.mouse.click(600, 400);
    await harness().menu(page, 'clip-link', await element('#link'));
    await waitFor('the link', async () => (await harness().badge()) === '2');
    await harness().menu(page, 'clip-picture', await element('#picture'));
    await waitFor('the picture', async () => (await harness().badge()) === '3');
    await harness().menu(page, 'clip-page', await element('h1'));
    await waitFor('the page', async () => (await harness().badge()) === '4');

    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    expect(await popup.rowTexts()).toEqual([
      quoteText,
      'The harbour log',
      'A gauge at low water',
      'Reading a gauge',
    ]);
    expect(
      await popup.page.$$eval('.clip-picture img', (images) => images.length),
      'the bytes are kept',
    ).toBe(1);
    await popup.tab('Draft');
    const { body } = splitPost(await popup.draft());
    const source = `[${page.url().slice('https://'.length)}](${page.url()})`;
    expect(joinLines(body)).toEqual([
      `> A gauge knows *nothing* of the moon: it counts [millimetres](https://tides.example/units#mm), and leaves the rest to \`tide::fit\` -- ${source}`,
      '* [The harbour log](https://harbour.example/log?page=2)',
      '![A gauge at low water](/images/gauge.png)',
      `* [Reading a gauge](${page.url()})`,
    ]);
    await page.close();
  });

  it('the popup clips the selection and the page', async () => {
    const page = await openGuide();
    await newWrapUp(page);
    await selectText(page, { from: 'A gauge knows', to: 'moon' });
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    await popup.press('Clip selection');
    await waitFor('the quote', async () => (await popup.rows()).length === 1);
    await popup.press('Clip page');
    await waitFor('the link', async () => (await popup.rows()).length === 2);
    expect(await popup.rowTexts()).toEqual([
      'A gauge knows nothing of the moon',
      'Reading a gauge',
    ]);
    await page.close();
  });

  it('the confirmation saves the note-taker’s words, and undoes the clip', async () => {
    const page = await openGuide();
    await newWrapUp(page);
    await selectText(page, { from: 'it counts', to: 'millimetres' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await clickInConfirmation(harness(), page, 'Your words about it');
    await page.keyboard.type('Counting, not measuring:');
    await confirmed(harness(), page, 'Saved');
    await page.keyboard.press('Escape');
    await confirmationGone(harness(), page);
    await expectRows(page, ['Counting, not measuring:it counts millimetres']);

    await page.bringToFront();
    await selectText(page, { from: 'leaves', to: 'rest' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await clickInConfirmation(harness(), page, 'Undo');
    await confirmed(harness(), page, 'Removed');
    await expectRows(page, ['Counting, not measuring:it counts millimetres']);
    await page.close();
  });

  it('the same words of the same source are not clipped twice, and the page says so', async () => {
    const page = await openGuide();
    await newWrapUp(page);
    for (const said of ['Clipped to', 'You clipped this']) {
      await selectText(page, { from: 'leaves', to: 'tide::fit' });
      await harness().shortcut(page);
      await confirmed(harness(), page, said);
      // While the card shows, the shortcut would focus it.
      await page.keyboard.press('Escape');
    }
    await expectRows(page, ['leaves the rest to tide::fit']);
    await page.close();
  });

  it('a single-page application is read in its state at the moment of clipping', async () => {
    const page = await open('https://tides.example/app');
    await newWrapUp(page);
    await page.click('#next');
    await selectText(page, { from: 'Words of the second', to: 'view.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    expect(await popup.draft()).toContain(
      '> Words of the second view. --\n> [tides.example/app/second](https://tides.example/app/second?view=2)',
    );
    await page.close();
  });

  it('a selection in a frame, and in the shadow of a component', async () => {
    const page = await open('https://tides.example/frames');
    await newWrapUp(page);
    const inner = page.frames().find((frame) => frame.url().endsWith('/inner'));
    await selectText(page, { from: 'These words', to: 'a frame' }, inner);
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    const component = await open('https://tides.example/component');
    await selectText(component, { from: 'the shadow', to: 'a component' });
    await harness().shortcut(component);
    await confirmed(harness(), component, 'Clipped');
    await expectRows(component, ['These words stand in a frame', 'the shadow of a component']);
    await component.close();
    await page.close();
  });

  it('a page that breaks its own world cannot break the clip or the confirmation', async () => {
    const page = await open('https://hostile.example/');
    await newWrapUp(page);
    await selectText(page, { from: 'These words', to: 'keeping.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await clickInConfirmation(harness(), page, 'Your words about it');
    await page.keyboard.type('Kept:');
    await confirmed(harness(), page, 'Saved');
    await expectRows(page, ['Kept:These words are worth keeping.']);
    await page.close();
  });

  it('a title and words full of syntax stay data', async () => {
    const page = await open('https://titles.example/');
    await newWrapUp(page);
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await selectText(page, { from: 'Words with', to: 'in them.' });
    await harness().shortcut(page);
    await waitFor('the quote', async () => (await harness().badge()) === '2');
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    const draft = await popup.draft();
    expect(draft).not.toContain('{{<');
    expect(draft).toContain('**\\*stars\\***');
    await page.close();
  });

  it('a page of 5 MB can be clipped', async () => {
    const page = await open('https://huge.example/');
    await newWrapUp(page);
    await selectText(page, { from: 'A line', to: 'keeping.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await expectRows(page, ['A line worth keeping.']);
    await page.close();
  });

  it('a selection of more than a megabyte is stored completely, or refused with a sentence', async () => {
    const page = await open('https://long.example/');
    await newWrapUp(page);
    await page.mouse.click(30, 300);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await harness().shortcut(page);
    const said = await waitFor('an answer', () => readConfirmation(harness(), page));
    if (said.role === 'alert') {
      expect(said.text).toMatch(/too long|could not be read/);
      await expectRows(page, []);
    } else {
      const popup = await openPopup(harness(), page);
      expect((await popup.rowTexts())[0]).toContain('Paragraph 0 says');
    }
    await page.close();
  });

  it('a page that cannot be clipped says why in the popup', async () => {
    const page = await harness().openBare(
      harness().name === 'chromium' ? 'chrome://version/' : 'about:license',
    );
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    expect(await popup.page.$eval('.why-not', (node) => node.textContent)).toMatch(
      /^The browser doesn’t let extensions read this page/,
    );
    expect(await popup.has('button', 'Clip page')).toBe(false);
    await page.close();
  });

  it('elements of a page may have the names of our scripts’ globals', async () => {
    const url = 'https://named.example/';
    harness().site.add(
      url,
      `<title>Named</title><p>Words among names.</p><iframe name="wrapup"></iframe>
      <form id="wrapup"><input name="asked"><input name="confirmation"></form>`,
    );
    const page = await harness().open(url);
    await selectText(page, { from: 'Words among names.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await page.close();
  });
});
