import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { breakDatabase, mendDatabase } from '../support/break-database.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmationGone, confirmed } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const tides = 'https://tides.example/';

inBothBrowsers('clips that could not be saved', (harness) => {
  const fail = async (page: Page, words: string) => {
    await selectText(page, { from: words });
    await harness().shortcut(page);
    const card = await confirmed(harness(), page, 'kept in the Wrapup popup');
    expect(card.role).toBe('alert');
    await page.keyboard.press('Escape');
    await confirmationGone(harness(), page);
  };
  const unsaved = (page: Page) =>
    page.$$eval('[data-unsaved]', (rows) => rows.map((row) => row.textContent ?? ''));
  const press = (page: Page, words: string, label: string) =>
    page.evaluate(
      (wanted, name) => {
        const row = [...document.querySelectorAll('[data-unsaved]')].find((each) =>
          each.textContent?.includes(wanted),
        );
        const button = [...(row?.querySelectorAll('button') ?? [])].find(
          (each) => each.textContent?.trim() === name,
        );
        if (!button) throw new Error(`No button ${name}`);
        button.click();
      },
      words,
      label,
    );

  it('wait in the popup, over Escape, another page and a new background, until they are taken', async () => {
    harness().site.addAll({
      [tides]: '<title>Tides</title><p>The moon pulls twice a day.<p>A gauge counts millimetres.',
      [`${tides}log`]: '<title>Log</title><p>Low water came at six.',
    });
    const keeper = await harness().openOwn('options.html');
    await keeper.waitForSelector('[data-field=layout]');

    const page = await harness().open(tides);
    await breakDatabase(keeper);
    await page.bringToFront();
    await fail(page, 'The moon pulls twice a day.');
    await fail(page, 'A gauge counts millimetres.');
    await page.goto(`${tides}log`);
    await fail(page, 'Low water came at six.');
    expect(await harness().badge()).toBe('!');

    await mendDatabase(keeper);
    await keeper.close();
    await harness().stopBackground();
    await page.bringToFront();
    const popup = await openPopup(harness(), page);
    const waiting = await waitFor('three clips', async () => {
      const all = await unsaved(popup.page);
      return all.length === 3 ? all : null;
    });
    expect(waiting[0]).toContain('Low water came at six.');
    expect(waiting[1]).toContain('A gauge counts');
    expect(waiting[2]).toContain('Closing the browser removes it.');

    await press(popup.page, 'The moon pulls', 'Clip again');
    await waitFor('its row', async () =>
      (await popup.rowTexts()).includes('The moon pulls twice a day.'),
    );
    await press(popup.page, 'A gauge counts', 'Copy as Markdown');
    await waitFor('one left', async () => (await unsaved(popup.page)).length === 1);
    await press(popup.page, 'Low water', 'Throw away');
    await waitFor('none left', async () => (await unsaved(popup.page)).length === 0);
    await popup.press('Undo');
    await waitFor('it again', async () => (await unsaved(popup.page)).length === 1);
    await harness().closePopup();
    expect(await harness().clipboard()).toContain('> A gauge counts millimetres.');
  });
});
