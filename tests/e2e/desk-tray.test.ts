import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import type { Item } from '../../lib/core/post/item.ts';
import { axeViolations } from '../support/axe.ts';
import { drag } from '../support/drag.ts';
import {
  createLink,
  createNote,
  createQuote,
  createSection,
  createSource,
  createWrapUp,
} from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const from = (url: string) => createSource({ url, canonicalUrl: url });
const waiting = (item: Item): Item => ({ ...item, tray: 'waiting' });
const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const items: readonly Item[] = [
  createSection({ form: 'h2', note: 'Highlights' }),
  createNote({ note: 'As [the buoys](https://buoy.example/map) say, it is high water.' }),
  createSection({ form: 'h2', note: 'Numbers' }),
  createQuote({
    text: 'Every append lands in a ring.',
    source: from('https://docs.example/ring/'),
  }),
  waiting(createLink({ title: 'tidepool', source: from('https://code.example/tidepool') })),
  waiting(createQuote({ text: 'Reads come from it.', source: from('https://code.example/x') })),
  waiting(
    createLink({
      title: 'Map of buoys',
      url: 'https://buoy.example/map',
      source: from('https://buoy.example/map'),
    }),
  ),
  waiting(createLink({ title: 'tide tables', source: from('https://tables.example/') })),
];

inBothBrowsers('the tray of the desk', (harness) => {
  let page: Page;

  const press = async (key: string, ...held: ('Control' | 'Alt' | 'Shift')[]) => {
    for (const each of held) await page.keyboard.down(each);
    await page.keyboard.press(key as 'Enter');
    for (const each of held.toReversed()) await page.keyboard.up(each);
  };
  const focusedRow = () =>
    page.evaluate(
      () =>
        document.activeElement?.closest<HTMLElement>('.tray-row')?.querySelector('.clip-text')
          ?.textContent ?? '',
    );
  const post = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.desk-post .block-body')].map(
        (each) => each.textContent?.replace(/—.*/, '').trim() ?? '',
      ),
    );
  const newCount = () =>
    page.$eval('#tray-new', (button) => Number(/\d+/.exec(button.textContent ?? '')?.[0]));

  beforeEach(async () => {
    await storePost(harness(), wrapUp, items);
    page = await harness().openOwn(`desk.html#${wrapUp.id}`);
    await page.setViewport({ width: 1366, height: 900 });
    await page.waitForSelector('.block .block-body');
    await page.waitForSelector('.desk-tray .tray-row');
    await waitFor('the link that is used', async () => (await newCount()) === 3);
    await page.bringToFront();
  });

  it('is emptied by the keyboard alone: placed at the cursor, put aside, deleted, and all of it back', {
    timeout: 120_000,
  }, async () => {
    expect(await axeViolations(page)).toEqual([]);
    await page.focus('.desk-post .block .block-body');
    await press('/');
    await waitFor('the filter', () =>
      page.evaluate(() => document.activeElement?.id === 'tray-filter'),
    );
    await press('ArrowDown');
    await waitFor('the first clip', async () => (await focusedRow()) === 'tidepool');
    await press('Enter');
    await waitFor('it below the heading', async () => (await post())[1] === 'tidepool');
    await waitFor('the next clip', async () => (await focusedRow()) === 'Reads come from it.');
    await press('a');
    await waitFor('the last clip', async () => (await focusedRow()) === 'tide tables');
    await press('Delete');
    await waitFor('nothing new', async () => (await newCount()) === 0);
    const left = await post();
    expect(left.slice(0, 3)).toEqual([
      'Highlights',
      'tidepool',
      'As the buoys say, it is high water.',
    ]);
    for (const back of [1, 2, 3]) {
      await press('z', 'Control');
      await waitFor(`${back} new`, async () => (await newCount()) === back);
    }
    expect((await post())[1]).toBe('As the buoys say, it is high water.');
  });

  it('shows all clips, with ticks that lead to their places', async () => {
    const driver = new PopupDriver(page);
    await driver.press('All');
    expect(await axeViolations(page)).toEqual([]);
    await driver.press('Show where “Map of buoys” is linked');
    await waitFor('the note that links to it', () =>
      page.evaluate(
        () => document.activeElement?.textContent?.startsWith('As the buoys say') === true,
      ),
    );
    await driver.press('Placed: show “Every append lands in a ring.” in the post');
    await waitFor('the quote', () =>
      page.evaluate(
        () => document.activeElement?.textContent?.trim().startsWith('Every append lands') === true,
      ),
    );
  });

  it('receives new clips after one click, and the line sends them to the post again', async () => {
    const driver = new PopupDriver(page);
    const button = await driver.find('button', 'Land new clips here');
    await button.focus();
    await press('Enter');
    await page.waitForSelector('.desk-tray .landing-line');
    expect(await driver.has('button', 'Land new clips here')).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
    await driver.press('Change where new clips land');
    await (await driver.find('menuitem', 'Land at the end of the post')).click();
    await driver.find('button', 'Land new clips here');
  });

  it('moves what is under a heading with it, dragged in the outline or by key', async () => {
    await page.waitForSelector('.outline-row');
    const [first, second] = await page.$$('.outline-row .grip');
    await drag(page, second ?? null, first ?? null, () =>
      page.$eval('.outline .outline-go', ({ textContent }) => textContent === 'Numbers'),
    );
    await waitFor('the section above', async () => (await post())[0] === 'Numbers');
    expect((await post()).slice(0, 3)).toEqual([
      'Numbers',
      'Every append lands in a ring.',
      'Highlights',
    ]);
    await page.focus('.outline-row .outline-go');
    await press('ArrowDown', 'Alt', 'Shift');
    await waitFor('it below again', async () => (await post())[0] === 'Highlights');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Numbers');
  });

  const rowOf = (words: string) =>
    waitFor(`“${words}”`, async () => {
      for (const row of await page.$$('.desk-tray .tray-row .clip-main'))
        if (await row.evaluate((each, sought) => each.textContent?.includes(sought), words))
          return row;
      return null;
    });
  const shows = (selector: string) => async () => (await page.$(selector)) !== null;

  it('places a clip that is dragged between two blocks, unless Escape is pressed', async () => {
    const note = await page.$('.block[data-kind=note]');
    await drag(page, await rowOf('tide tables'), note, shows('.drop-below'), 12);
    await waitFor('it below the heading', async () => (await post())[1]?.includes('tide tables'));
    expect((await post())[0]).toBe('Highlights');
    const before = await post();
    const row = await (await rowOf('tidepool')).boundingBox();
    const box = await note?.boundingBox();
    if (!row || !box) throw new Error('Nothing to drag');
    await page.mouse.move(row.x + 20, row.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 4, { steps: 8 });
    await waitFor('the place', shows('.drop-below'));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await shows('.drop-below, .dragged-out')()).toBe(false);
    expect(await post()).toEqual(before);
    await press('z', 'Control');
    await waitFor('it in the tray again', async () => (await newCount()) === 3);
  });

  it('links words to a clip that is dragged onto them', async () => {
    await page.$eval('.block[data-kind=note] .block-body', (body) => (body as HTMLElement).focus());
    await page.keyboard.press('Enter');
    const field = await page.waitForSelector('.block.on textarea');
    await drag(page, await rowOf('Reads come'), field, shows('textarea.takes-link'), 0);
    // The word under the pointer.
    const linked = '](https://code.example/x)';
    await waitFor('the link', () =>
      page.$eval('.block.on textarea', (node, words) => node.value.includes(words), linked),
    );
    await waitFor('it used', async () => (await newCount()) === 2);
    expect((await page.$$('.desk-post .block:not([data-kind=part])')).length).toBe(4);
  });

  it('lists deleted blocks of the post in its trash, and restores them', async () => {
    const driver = new PopupDriver(page);
    await driver.press('Trash');
    await page.focus('.tray-row .clip-main');
    await press('Delete');
    await driver.find('button', 'Put back: “tidepool”');
    expect(await axeViolations(page)).toEqual([]);
    await driver.press('Put back: “tidepool”');
    await waitFor('it back', async () => (await newCount()) === 3);
  });
});
