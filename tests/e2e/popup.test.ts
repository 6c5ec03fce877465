import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { axeViolations } from '../support/axe.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmationGone, confirmed } from '../support/confirmation.ts';
import { drag } from '../support/drag.ts';
import { createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { guideQuotes, guideWords, storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const guide = 'https://tides.example/guide';
const [nothing, millimetres, rest] = guideWords;
const seven = createWrapUp({
  ...{ title: 'Tidal Meetup #7 wrap-up', slug: 'tidal-meetup-7-wrap-up' },
  tags: ['tides', 'meetup'],
});

inBothBrowsers('the popup', (harness) => {
  let page: Page;
  const popup = () => openPopup(harness(), page);
  const texts = async (expected: string[], driver: PopupDriver) => {
    await waitFor(`the rows ${expected.join(' | ')}`, async () => {
      const shown = await driver.rowTexts();
      return shown.length === expected.length && shown.every((text, at) => text === expected[at]);
    }).catch(async () => expect(await driver.rowTexts()).toEqual(expected));
  };
  const draft = async (driver: PopupDriver) => {
    await driver.tab('Draft');
    return driver.draft();
  };

  beforeEach(async () => {
    harness().site.addAll(pages);
    await storePost(harness(), seven, guideQuotes());
    page = await harness().open(guide);
  });

  it('shows the clips in the order of the post, and moves them by keyboard', async () => {
    for (const [from, to] of [
      ['A gauge', 'the moon'],
      ['leaves', 'tide::fit'],
    ] as const) {
      await selectText(page, { from, to });
      await harness().shortcut(page);
      await confirmed(harness(), page, 'Clipped');
      await page.keyboard.press('Escape');
      await confirmationGone(harness(), page);
    }
    const clipped = ['A gauge knows nothing of the moon', 'leaves the rest to tide::fit'] as const;
    const driver = await popup();
    await texts([nothing, millimetres, rest, ...clipped], driver);
    const last = await (await driver.row(4)).$('.clip-main');
    await last?.focus();
    await driver.page.keyboard.down('Alt');
    await driver.page.keyboard.press('ArrowUp');
    await driver.page.keyboard.up('Alt');
    await texts([nothing, millimetres, rest, clipped[1], clipped[0]], driver);
  });

  it('moves clips by dragging', async () => {
    const driver = await popup();
    await texts([nothing, millimetres, rest], driver);
    await drag(
      driver.page,
      await (await driver.row(2)).$('.grip'),
      await (await driver.row(0)).$('.grip'),
      async () => (await shownTexts(driver.page))[0] === rest,
    );
    await texts([rest, nothing, millimetres], driver);
    await driver.saved();
    await texts([rest, nothing, millimetres], await popup());
  });

  // Firefox 153 sized the popup to its longest line: nearly 600 px for the details, 800 for a
  // draft.
  it('keeps its width, whatever it shows', async () => {
    const driver = await popup();
    for (const tab of ['Clips', 'Details', 'Draft', 'Clips'] as const) {
      await driver.tab(tab);
      if (tab === 'Draft') await driver.draft();
      await driver.settled();
      // A scroll bar's width may be added, because Chromium keeps it from its first layout.
      const widthPx = await driver.page.evaluate(() => innerWidth);
      expect(widthPx).toBeGreaterThanOrEqual(400);
      expect(widthPx).toBeLessThan(430);
    }
  });

  it('deletes with an Undo', async () => {
    const driver = await popup();
    await (await (await driver.row(1)).$('.clip-main'))?.focus();
    await driver.page.keyboard.press('Delete');
    await texts([nothing, rest], driver);
    await driver.press('Undo');
    await texts([nothing, millimetres, rest], driver);
  });

  it('hides a clip: it becomes a comment in the draft', async () => {
    const driver = await popup();
    const row = await driver.openRow(0);
    await driver.check('Hidden in the post', true, row);
    await driver.press('Done', row);
    expect(await draft(driver)).toContain('<!--\n\n> A gauge knows *nothing*');
  });

  it('adds headings and notes, and turns a quote into a bullet', async () => {
    const driver = await popup();
    await driver.tab('Clips');
    const section = await driver.add('section');
    await driver.type('Text', 'Misc', section);
    await driver.choose('Show as', 'Heading', section);
    await driver.press('Done', section);
    const note = await driver.add('note');
    await driver.type('Your words', 'Own words, with a [link](https://a.example/).', note);
    await driver.press('Done', note);
    const quote = await driver.openRow(1);
    await driver.type('Your words', 'What it does:', quote);
    await driver.choose('Show as', 'Bullet', quote);
    await driver.choose('Cite source as', 'Page title', quote);
    const text = await draft(driver);
    expect(text).toContain(
      `* What it does:\n  > it counts [millimetres](https://tides.example/units#mm) -- [Reading a\n  > gauge](${guide})`,
    );
    expect(text).toContain('\n## Misc\n\nOwn words, with a [link](https://a.example/).\n');
  });

  it('loses no keystroke when it is closed in the middle of a word', async () => {
    const driver = await popup();
    await driver.tab('Details');
    await (await driver.find('textbox', 'Name', await driver.group('Event'))).click();
    await driver.page.keyboard.type('Tidal Mee');
    await harness().closePopup();
    const again = await popup();
    const name = await again.find('textbox', 'Name', await again.group('Event'));
    expect(
      await name.evaluate((node) => (node as HTMLInputElement).value),
      'the same tab, the same words',
    ).toBe('Tidal Mee');
  });

  it('copies the draft and the front matter', async () => {
    const driver = await popup();
    const text = await draft(driver);
    await driver.copy('Copy draft');
    expect(await harness().clipboard()).toBe(text);
    const again = await popup();
    await again.tab('Draft');
    await again.copy('Copy front matter');
    const frontMatter = await harness().clipboard();
    expect(frontMatter).toMatch(
      /^---\ntitle: "Tidal Meetup #7 wrap-up"\ndate: \S+\ndraft: true\ntags:\n- tides\n- meetup\n---\n$/,
    );
    expect(text.startsWith(frontMatter)).toBe(true);
  });

  it('downloads the draft under its slug', async () => {
    const driver = await popup();
    const text = await draft(driver);
    await driver.press('Download .md');
    const name = 'tidal-meetup-7-wrap-up.md';
    const file = await waitFor(
      'the file',
      async () =>
        readdirSync(harness().downloadDir).includes(name) && join(harness().downloadDir, name),
    );
    await waitFor('its content', async () => readFileSync(file, 'utf8') === text);
  });

  it('starts a new wrap-up from the last one, and switches back', async () => {
    const driver = await popup();
    await driver.press('New wrap-up');
    await driver.find('button', 'Tidal Meetup #8 wrap-up');
    await driver.settled();
    await driver.tab('Details');
    await waitFor('the next number', async () => {
      const title = await driver.find('textbox', 'Title');
      return (
        (await title.evaluate((node) => (node as HTMLInputElement).value)) ===
        'Tidal Meetup #8 wrap-up'
      );
    });
    await driver.find('button', 'Remove the tag “tides”');
    await driver.press('Tidal Meetup #8 wrap-up');
    await (await driver.find('option', 'Tidal Meetup #7 wrap-up')).click();
    await driver.tab('Clips');
    await waitFor('its clips', async () => (await driver.rows()).length === 3);
  });

  it('keeps everything if the background is stopped', async () => {
    await harness().stopBackground();
    await page.bringToFront();
    await selectText(page, { from: 'A gauge', to: 'the moon' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped to “Tidal Meetup #7');
    const driver = await popup();
    await waitFor(
      'the clip',
      async () => (await driver.rowTexts()).at(-1) === 'A gauge knows nothing of the moon',
    );
  });

  it.each(['quit', 'kill'] as const)(
    'keeps everything over a restart of the browser (%s)',
    async (how) => {
      const before = await popup();
      await waitFor('the clips', async () => (await before.rows()).length === 3);
      await before.type('Your words', 'Counted:', await before.openRow(0));
      await before.saved();
      const rows = await before.rowTexts();
      await harness().restart(how);
      page = await harness().open(guide);
      const after = await popup();
      await after.tab('Clips');
      await texts(rows, after);
      await after.tab('Details');
      const title = await after.find('textbox', 'Title');
      expect(await title.evaluate((node) => (node as HTMLInputElement).value)).toBe(
        'Tidal Meetup #7 wrap-up',
      );
    },
  );

  describe('is accessible, says axe:', () => {
    it.each(['light', 'dark'] as const)(
      'the tabs, an open clip and the switcher (%s)',
      async (scheme) => {
        const driver = await popup();
        await harness().colorScheme(driver.page, scheme);
        await driver.tab('Clips');
        await driver.openRow(0);
        expect(await axeViolations(driver.page), 'Clips').toEqual([]);
        await driver.tab('Details');
        expect(await axeViolations(driver.page), 'Details').toEqual([]);
        await driver.tab('Draft');
        await driver.draft();
        expect(await axeViolations(driver.page), 'Draft').toEqual([]);
        await driver.press('Tidal Meetup #7 wrap-up');
        expect(await axeViolations(driver.page), 'Switcher').toEqual([]);
      },
    );

    it.each(['light', 'dark'] as const)('the options (%s)', async (scheme) => {
      const options = await harness().openOwn('options.html');
      await options.waitForSelector('main');
      await harness().colorScheme(options, scheme);
      expect(await axeViolations(options)).toEqual([]);
      await options.close();
    });
  });
});

/** Returns what the rows show in their order, without the picture of a dragged row. */
const shownTexts = (page: Page) =>
  page.$$eval('.clips > li[data-id]:not([data-kind=part]) .clip-text', (rows) =>
    rows.map((row) => (row.textContent ?? '').trim()),
  );
