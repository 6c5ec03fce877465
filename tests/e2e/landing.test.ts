import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { axeViolations } from '../support/axe.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { clipsOne, confirmed } from '../support/confirmation.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { guideQuotes, guideWords, storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const [nothing, millimetres, rest] = guideWords;

inBothBrowsers('where clips land', (harness) => {
  let page: Page;
  const popup = () => openPopup(harness(), page);
  const clip = async (from: string, to: string) => {
    await selectText(page, { from, to });
    await clipsOne(harness(), () => harness().shortcut(page));
    await confirmed(harness(), page, 'Clipped');
  };
  const texts = (driver: PopupDriver, expected: string[]) =>
    waitFor(`the rows ${expected.join(' | ')}`, async () => {
      const shown = await driver.rowTexts();
      return shown.join('|') === expected.join('|');
    }).catch(async () => expect(await driver.rowTexts()).toEqual(expected));
  const focusRow = async (driver: PopupDriver, at: number) => {
    await (await (await driver.row(at)).$('.clip-main'))?.focus();
  };
  const trayTexts = (driver: PopupDriver) =>
    driver.page.$$eval('.tray-row .clip-text', (rows) =>
      rows.map((row) => (row.textContent ?? '').trim()),
    );
  const chord = async (
    driver: PopupDriver,
    keys: readonly ('Alt' | 'Shift')[],
    key: 'ArrowUp' | 'ArrowDown',
  ) => {
    for (const each of keys) await driver.page.keyboard.down(each);
    await driver.page.keyboard.press(key);
    for (const each of keys) await driver.page.keyboard.up(each);
  };

  beforeEach(async () => {
    harness().site.addAll(pages);
    page = await harness().open('https://tides.example/guide');
  });
  /** Three quotes and a note, as after the first of these tests: clips land above the note. */
  const composed = async () => {
    const quotes = guideQuotes();
    await storePost(harness(), createWrapUp({ landing: quotes.at(-1)?.id }), [
      ...quotes,
      createNote({ note: 'The last words.' }),
    ]);
    const driver = await popup();
    await texts(driver, [nothing, millimetres, rest, 'The last words.']);
    return driver;
  };

  it('is where the line is: the next clip goes below it, and the line moves below that', async () => {
    await clip('A gauge', 'nothing');
    const driver = await popup();
    const note = await driver.add('note');
    await driver.type('Your words', 'The last words.', note);
    await driver.press('Done', note);
    await texts(driver, [nothing, 'The last words.']);
    await (await driver.row(0)).hover();
    await driver.press(`Insert below “${nothing}”`);
    expect(await axeViolations(driver.page)).toEqual([]);
    await (await driver.find('menuitem', 'New clips land here')).click();
    await waitFor('the line', async () =>
      driver.page.$eval('.landing-place', (line) => line.previousElementSibling !== null),
    );
    await driver.saved();
    await clip('it counts', 'millimetres');
    await clip('leaves', 'rest');
    const again = await popup();
    await texts(again, [nothing, millimetres, rest, 'The last words.']);
    const above = await again.page.$eval(
      '.landing-place',
      (line) => line.previousElementSibling?.textContent,
    );
    expect(above).toContain(rest);
    await again.tab('Draft');
    expect(await again.draft()).toMatch(
      /nothing\*[\s\S]*millimetres[\s\S]*rest[\s\S]*The last words/,
    );
  });

  it('takes clips out of the post, places them and puts them aside, each with an Undo', async () => {
    const driver = await composed();
    await focusRow(driver, 1);
    await driver.page.keyboard.press('t');
    await texts(driver, [nothing, rest, 'The last words.']);
    await driver.press('Undo');
    await texts(driver, [nothing, millimetres, rest, 'The last words.']);
    await focusRow(driver, 1);
    await driver.page.keyboard.press('t');
    await texts(driver, [nothing, rest, 'The last words.']);
    await driver.press('In the tray: 1');
    expect(await trayTexts(driver)).toEqual([millimetres]);
    expect(await axeViolations(driver.page)).toEqual([]);
    const row = (await driver.page.$('.tray-row .clip-main')) as ElementHandle<HTMLElement>;
    await row.focus();
    await driver.page.keyboard.press('a');
    await driver.find('button', 'Put aside: 1');
    await driver.press('Undo');
    await driver.find('button', 'In the tray: 1');
    await (await driver.page.$('.tray-row .clip-main'))?.focus();
    // Below the line, which is under what landed last.
    await driver.page.keyboard.press('Enter');
    await texts(driver, [nothing, rest, millimetres, 'The last words.']);
  });

  it('says in the draft what is not in the post, and places it', async () => {
    const driver = await composed();
    await focusRow(driver, 0);
    await driver.page.keyboard.press('t');
    await texts(driver, [millimetres, rest, 'The last words.']);
    await driver.tab('Draft');
    expect(await driver.draft()).not.toContain('nothing');
    await driver.find('button', 'Place all');
    expect(await driver.page.$eval('main', (main) => main.textContent)).toContain(
      '1 clip is not in the post.',
    );
    await driver.press('Place all');
    await waitFor('the clip in the draft', async () => (await driver.draft()).includes('nothing'));
    await driver.tab('Clips');
    await texts(driver, [millimetres, rest, nothing, 'The last words.']);
  });

  it('moves several rows together, and all of them back with one Undo', async () => {
    const driver = await composed();
    await focusRow(driver, 0);
    await chord(driver, ['Shift'], 'ArrowDown');
    await driver.find('button', 'Delete selected items');
    expect(await axeViolations(driver.page)).toEqual([]);
    await chord(driver, ['Alt'], 'ArrowDown');
    await texts(driver, [rest, nothing, millimetres, 'The last words.']);
    await driver.press('Delete selected items');
    await texts(driver, [rest, 'The last words.']);
    await driver.press('Undo');
    await texts(driver, [rest, nothing, millimetres, 'The last words.']);
  });

  it('moves a section with what is under it', async () => {
    const driver = await composed();
    await driver.openRow(0);
    const section = await driver.add('section');
    await driver.type('Text', 'Highlights', section);
    await driver.press('Done', section);
    await texts(driver, [nothing, 'Highlights', millimetres, rest, 'The last words.']);
    await focusRow(driver, 1);
    await chord(driver, ['Alt', 'Shift'], 'ArrowDown');
    await texts(driver, [nothing, 'The last words.', 'Highlights', millimetres, rest]);
    await driver.saved();
    await texts(await popup(), [nothing, 'The last words.', 'Highlights', millimetres, rest]);
  });

  it('is below the open row if the popup clips', async () => {
    const driver = await composed();
    await driver.openRow(0);
    await driver.press('Clip page');
    await waitFor('the new row', async () => (await driver.rowTexts()).length === 5);
    expect((await driver.rowTexts())[1]).toContain('Reading a gauge');
  });
});
