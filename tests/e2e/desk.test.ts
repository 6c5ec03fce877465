import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { sha256Hex } from '../../lib/core/base/hash.ts';
import { itemToRow, wrapUpToRow } from '../../lib/store/rows.ts';
import { settingKeys } from '../../lib/store/setting-keys.ts';
import { goldenItems, goldenWrapUp } from '../fixtures/golden/wrap-up.ts';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storeRecords } from '../support/stored-records.ts';
import { waitFor } from '../support/wait.ts';

const post = readFileSync(new URL('../fixtures/golden/post.md', import.meta.url), 'utf8');
const slide = readFileSync(new URL('../../.github/images/confirmation.png', import.meta.url));
/** The words that the note-taker types, by block. */
const words = new Map(
  goldenItems.filter(({ note }) => note !== '').map(({ id, note }) => [id, note]),
);

inBothBrowsers('the desk', (harness) => {
  let page: Page;

  const openDesk = async () => {
    const desk = await harness().openOwn(`desk.html#${goldenWrapUp.id}`);
    await desk.setViewport({ width: 1366, height: 900 });
    await desk.waitForSelector('.block .block-body');
    return desk;
  };
  const focusedBlock = (desk: Page) =>
    desk.evaluate(
      () => document.activeElement?.closest<HTMLElement>('.desk-post [data-id]')?.dataset.id ?? '',
    );
  const focusFirst = (desk: Page) =>
    desk.evaluate(() => document.querySelector<HTMLElement>('.block .block-body')?.focus());
  const isTyping = (desk: Page) =>
    desk.evaluate(() => document.activeElement?.matches('textarea, input') ?? false);

  beforeEach(async () => {
    const own = await harness().openOwn('popup.html');
    await own.waitForSelector('main.popup');
    const assetId = await sha256Hex(new Uint8Array(slide).buffer);
    await storeRecords(
      own,
      {
        wrapUps: [
          wrapUpToRow({ ...goldenWrapUp, recording: { ...goldenWrapUp.recording, assetId } }),
        ],
        items: goldenItems.map((item) =>
          itemToRow({ ...item, note: '', ...(item.kind === 'image' ? { assetId } : {}) }),
        ),
        settings: [{ key: settingKeys.activeWrapUpId, value: goldenWrapUp.id }],
      },
      [
        {
          id: assetId,
          mediaType: 'image/png',
          createdAt: goldenWrapUp.createdAt,
          base64: slide.toString('base64'),
        },
      ],
    );
    await own.close();
    page = await openDesk();
  });

  it('makes the golden post from words typed with the keyboard alone, byte for byte', {
    timeout: 240_000,
  }, async () => {
    const typed = new Set<string>();
    await focusFirst(page);
    for (let at = 0; at < goldenItems.length + 12 && typed.size < words.size; at++) {
      const id = await focusedBlock(page);
      const note = words.get(id);
      if (note !== undefined && !typed.has(id)) {
        typed.add(id);
        await page.keyboard.press('Enter');
        await waitFor('the block’s text', () => isTyping(page));
        for (let tab = 0; tab < 12; tab++) {
          const field = await page.evaluate(
            () => (document.activeElement as HTMLElement | null)?.dataset.field,
          );
          if (field === 'note') break;
          await page.keyboard.press('Tab');
        }
        await page.keyboard.type(note);
        await page.keyboard.press('Escape');
        await waitFor('the block again', async () => !(await isTyping(page)));
      }
      const before = await focusedBlock(page);
      await page.keyboard.press('j');
      await waitFor('the next block', async () => {
        const now = await focusedBlock(page);
        return now !== '' && (now !== before || at > goldenItems.length);
      });
    }
    expect(typed.size).toBe(words.size);
    const copied = async () => {
      await page.keyboard.down('Control');
      await page.keyboard.down('Shift');
      await page.keyboard.press('c');
      await page.keyboard.up('Shift');
      await page.keyboard.up('Control');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return harness().clipboard();
    };
    await waitFor('the post', async () => (await copied()) === post).catch(async () =>
      expect(await copied()).toBe(post),
    );
  });

  it('shows in every desk what is typed in one', async () => {
    const other = await openDesk();
    const [id = ''] = words.keys();
    await page.bringToFront();
    await page.evaluate((of) => {
      document.querySelector<HTMLElement>(`[data-id="${of}"] .block-body`)?.focus();
    }, id);
    await page.keyboard.press('Enter');
    await waitFor('the block’s text', () => isTyping(page));
    await page.keyboard.type('Both desks. ');
    const shows = (desk: Page) =>
      desk.evaluate(
        (of) => document.querySelector(`[data-id="${of}"]`)?.textContent?.includes('Both desks.'),
        id,
      );
    await waitFor('it in the other desk', async () => (await shows(other)) === true);
    await page.keyboard.press('Escape');
    await waitFor('the block again', async () => !(await isTyping(page)));
    // Outside text fields, undo takes back a step of the history, whichever desk made it.
    await other.bringToFront();
    await new PopupDriver(other).press('Undo');
    await waitFor('it gone from the first', async () => (await shows(page)) === false);
    await other.close();
  });

  it('applies an edit of the Markdown to its block, and leads from a check to its words', {
    timeout: 120_000,
  }, async () => {
    const driver = new PopupDriver(page);
    await driver.press('Markdown');
    await page.waitForSelector('.markdown-editor textarea');
    await page.evaluate((link) => {
      const field = document.querySelector<HTMLTextAreaElement>('.markdown-editor textarea');
      field?.focus();
      const at = (field?.value.indexOf(link) ?? 0) + link.length;
      field?.setSelectionRange(at, at);
    }, '* [tidepool](https://tidepool.example/)');
    await page.keyboard.type(', a buoy buoy store');
    const post = () => page.evaluate(() => document.querySelector('.desk-post')?.textContent ?? '');
    await waitFor('the words in their block', async () =>
      (await post()).includes('tidepool, a buoy buoy store'),
    );
    const place = () =>
      page.evaluateHandle(() =>
        [...document.querySelectorAll<HTMLButtonElement>('#desk-checks .check-place')].find(
          ({ textContent }) => textContent?.includes('buoy'),
        ),
      );
    await waitFor('the check', async () => (await place()).asElement() !== null);
    expect(await page.$eval('.desk-check-count', ({ textContent }) => textContent)).toMatch(
      /^\d+ to check$/,
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.evaluate((button) => button?.click(), await place());
    await waitFor('the words in the block that is edited', () =>
      page.evaluate(() => {
        const block = document.activeElement?.closest('.desk-post .block.on');
        const fields = block?.querySelectorAll('textarea') ?? [];
        return [...fields].some(({ value }) => value.includes('a buoy buoy store'));
      }),
    );
  });

  it('leads from a date, a venue and a speaker in its sentences to their fields', async () => {
    const [speaker] = goldenWrapUp.speakers;
    for (const [detail, field] of [
      ['event.startsAt', 'event.startsAt'],
      ['venue.name', 'venue.name'],
      [`speaker.${speaker?.id}`, `speaker.${speaker?.id}.name`],
    ]) {
      await (await page.waitForSelector(`.desk-post [data-detail="${detail}"]`))?.click();
      await waitFor(`the field of ${detail}`, () =>
        page.evaluate(
          (name) => (document.activeElement as HTMLElement | null)?.dataset.field === name,
          field,
        ),
      );
      await page.click('#details-drawer .drawer-head button');
      await waitFor('the post alone', async () => (await page.$('#details-drawer')) === null);
    }
  });

  it('has its title in one row and all buttons in another in a narrow window, with something to check', async () => {
    await page.setViewport({ width: 360, height: 740 });
    await page.waitForSelector('.desk-check-count');
    const rows = await page.$$eval('.desk-head input, .desk-head button', (all) => [
      ...new Set(
        all
          .map((each) => each.getBoundingClientRect())
          .filter(({ height }) => height > 0)
          .map(({ top, bottom }) => Math.round((top + bottom) / 2 / 16)),
      ),
    ]);
    expect(rows).toHaveLength(2);
  });

  it('folds columns if there is no room, and axe finds nothing in it', {
    timeout: 120_000,
  }, async () => {
    await page.bringToFront();
    const shown = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.desk-column:not([hidden]) > section')].map((each) =>
          each.getAttribute('aria-label'),
        ),
      );
    for (const [width, regions] of [
      [1366, ['Tray', 'Post', 'Preview']],
      [1024, ['Tray', 'Post']],
      [480, ['Post']],
    ] as const) {
      await page.setViewport({ width, height: 800 });
      await waitFor(`the regions at ${width} px`, async () => {
        return (await shown()).join() === regions.join();
      });
      expect(await axeViolations(page), `${width}`).toEqual([]);
    }
  });
});
