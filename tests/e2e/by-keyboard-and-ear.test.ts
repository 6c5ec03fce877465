import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { inBrowser, openPopup } from '../support/journeys.ts';
import { ScreenReader } from '../support/screen-reader.ts';
import { waitFor } from '../support/wait.ts';

const address = 'https://tides.example/rings';

/** Runs in the page. */
function countPointers(): void {
  globalThis.pointed = 0;
  for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'touchstart'])
    addEventListener(kind, () => globalThis.pointed++, true);
}

declare global {
  var pointed: number;
}

// Only in Chromium, whose accessibility tree its driver can read.
inBrowser('chromium', 'by keyboard and ear', (harness) => {
  let page: Page;
  beforeEach(async () => {
    harness().site.add(
      address,
      '<!doctype html><html lang="en"><title>Rings</title><p>A reader never waits for a writer.</p></html>',
    );
    page = await harness().open(address);
  });

  const selectAll = async () => {
    await page.keyboard.down('Control');
    await page.keyboard.press('a', { commands: ['SelectAll'] });
    await page.keyboard.up('Control');
  };
  const focusIs = (ear: ScreenReader, said: string) =>
    waitFor(said, async () => (await ear.focused()).startsWith(said));
  const openDesk = async () => {
    const desk = await waitFor('the desk', async () => {
      for (const each of await harness().pages())
        if (await each.evaluate(() => location.pathname === '/desk.html').catch(() => false))
          return each;
      return null;
    });
    await desk.waitForSelector('.block .block-body');
    await desk.bringToFront();
    return ScreenReader.over(desk);
  };

  it('a quote is clipped and commented on, the post is finished in the popup and copied, and each step is announced', async () => {
    await selectAll();
    await harness().shortcut(page);
    const ear = await ScreenReader.over(page);
    await ear.hears('Clipped to “Wrap-up');
    // Pressing the shortcut again focuses the card.
    await harness().shortcut(page);
    await focusIs(ear, 'textbox “Your words about it”');
    await page.keyboard.type('Rings are quick.');
    await ear.tabTo('button “Undo”');
    await ear.tabTo('button “Place: At the end of the post. Change it”, expanded false');
    await page.keyboard.press('Escape');

    const popup = (await openPopup(harness(), page)).page;
    await popup.evaluate(countPointers);
    const reader = await ScreenReader.over(popup);
    expect(await reader.outline()).toEqual([
      'main “”',
      'tablist “Views”',
      expect.stringMatching(/^heading “Wrap-up .*”, level 1$/),
      'region “This page”',
      expect.stringMatching(
        /^list “Clips”, Up and down arrows go to other clips, .*Enter opens it/,
      ),
    ]);
    await reader.tabTo(
      'button “Quote New Rings are quick. A reader never waits for a writer.”, expanded false',
    );
    await popup.keyboard.press('Enter');
    await focusIs(reader, 'textbox “Your words”');
    await popup.keyboard.press('End');
    await popup.keyboard.type(' Very.');
    await popup.keyboard.press('Escape');
    await focusIs(reader, 'button “Quote');

    await reader.tabTo('tab “Clips”, selected');
    await popup.keyboard.press('ArrowRight');
    await focusIs(reader, 'tab “Details”, selected');
    await popup.keyboard.press('ArrowRight');
    await focusIs(reader, 'tab “Draft”, selected');
    await reader.tabTo('button “Copy draft”');
    await popup.keyboard.press('Enter');
    await reader.hears('Copied');
    expect(await popup.evaluate(() => globalThis.pointed)).toBe(0);
    const copied = await harness().clipboard();
    expect(copied).toContain('Rings are quick. Very.');
    expect(copied).toContain('> A reader never waits for a writer.');
  });

  it('a post is finished at the desk, and each step is announced', async () => {
    await selectAll();
    await harness().shortcut(page);
    await (await ScreenReader.over(page)).hears('Clipped to “Wrap-up');
    const popup = await ScreenReader.over((await openPopup(harness(), page)).page);
    await popup.tabTo('button “Open in the desk”');
    // The popup is gone before the key is up.
    await popup.page.keyboard.press('Enter').catch(() => {});

    const desk = await openDesk();
    await desk.page.evaluate(countPointers);
    expect(await desk.outline()).toEqual(
      expect.arrayContaining([
        'region “Tray”',
        'region “Post”',
        'region “Preview”',
        expect.stringMatching(/^list “.*”/),
      ]),
    );
    const quote = await desk.tabTo('article “Quote: A reader never waits for a writer.”');
    expect(quote).toBe('article “Quote: A reader never waits for a writer.”');
    await desk.page.keyboard.press('Enter');
    await focusIs(desk, 'textbox “Your words”');
    await desk.page.keyboard.type('Rings are quick.');
    await desk.page.keyboard.press('Escape');
    await focusIs(desk, 'article “Quote:');
    await desk.page.waitForSelector('.desk-saved.saved');
    await desk.tabTo('button “Copy draft”');
    await desk.page.keyboard.press('Enter');
    await desk.hears('Copied');
    expect(await desk.page.evaluate(() => globalThis.pointed)).toBe(0);
    const copied = await harness().clipboard();
    expect(copied).toContain('Rings are quick.');
    expect(copied).toContain('> A reader never waits for a writer.');
  });
});
