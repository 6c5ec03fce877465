import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { axeViolations } from '../support/axe.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { clipsOne, confirmed } from '../support/confirmation.ts';
import { drag } from '../support/drag.ts';
import { houses } from '../support/houses.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { announces } from '../support/says.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const posts = houses.find(({ name }) => name === 'Hugo, TOML with tables')?.posts ?? [];

inBothBrowsers('house styles', (harness) => {
  const drop = (page: Page, files: readonly { name: string; text: string }[]) =>
    page.evaluate(
      (dropped) => {
        const dataTransfer = new DataTransfer();
        for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name));
        const init = { dataTransfer, bubbles: true, cancelable: true };
        document.querySelector('main')?.dispatchEvent(new DragEvent('drop', init));
      },
      [...files],
    );

  it('let other posts link to those that were read, by their titles', async () => {
    const options = new PopupDriver(await harness().openOwn('options.html'));
    await options.page.bringToFront();
    await options.page.waitForSelector('[data-field="style"]');
    const text = '---\ntitle: "Neap tides"\ndate: 2026-10-20\n---\n\nWords.\n';
    await drop(options.page, [{ name: 'neap.md', text }]);
    await options.page.waitForSelector('.learned-style');
    await options.press('Cancel');
    await options.page.close();

    const note = createNote({ note: 'As we said.' });
    await storePost(harness(), createWrapUp(), [note]);
    const popup = await openInTab(harness());
    const row = await popup.openRow(-1);
    const field = await popup.find('textbox', 'Your words', row);
    await field.evaluate((node) => {
      (node as HTMLTextAreaElement).focus();
      (node as HTMLTextAreaElement).setSelectionRange(6, 10);
    });
    const { keyboard } = popup.page;
    await keyboard.down('Control');
    await keyboard.press('k');
    await keyboard.up('Control');
    await popup.page.waitForSelector('.link-picker [role=option]');
    await keyboard.type('neap');
    await keyboard.press('Enter');
    await waitFor('the link', () =>
      field.evaluate(
        (node) => (node as HTMLTextAreaElement).value === 'As we [said](/posts/neap/).',
      ),
    );
    await popup.page.close();
  });

  it('are learned from three posts, and write the next one', { timeout: 120_000 }, async () => {
    harness().site.addAll(pages);
    const options = new PopupDriver(await harness().openOwn('options.html'));
    const { page } = options;
    await page.bringToFront();
    await page.waitForSelector('[data-field="style"]');
    await drop(page, [{ name: 'evil.json', text: '{"format":"wrapup-style","version":9}' }]);
    await announces(page, 'newer version');
    await drop(page, [{ name: 'big.md', text: 'x'.repeat(5_000_000) }]);
    await announces(page, 'big.md is longer than 2 MB');

    const three = posts.slice(0, 3).map(({ name, text }) => ({
      name: `${name.split('/').at(-2)}.md`,
      text,
    }));
    await drop(page, three);
    await page.waitForSelector('.learned-style [data-setting="frontMatter"]');
    expect(await page.$eval('.learned-style h3', (node) => node.textContent)).toBe(
      'Learned from 3 posts',
    );
    const previews = await page.$$eval('.style-preview pre', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(previews[1]).toBe(previews[0]);
    expect(previews[0]).toContain('[params.cover]');
    const learned = await page.$eval('.learned-settings', ({ textContent }) => textContent ?? '');
    expect(learned).toMatch(/Field “title” Text: the title 3 of 3 posts/);
    expect(await axeViolations(page)).toEqual([]);
    await options.press('Add this style');
    await announces(page, 'Style added');
    await waitFor('it to be shown', () =>
      page.$eval(
        '[data-field="style"]',
        (node) => (node as HTMLSelectElement).selectedOptions[0]?.textContent === 'Learned style',
      ),
    );

    const first = await openInTab(harness());
    await first.press('New wrap-up');
    await first.tab('Details');
    await first.saved();
    await first.page.close();
    const guide = await harness().open('https://tides.example/guide');
    await selectText(guide, { from: 'A gauge', to: 'nothing' });
    await clipsOne(harness(), () => harness().shortcut(guide));
    await confirmed(harness(), guide, 'Clipped');
    const popup = await openInTab(harness());
    await popup.tab('Draft');
    const draft = await popup.draft();
    expect(draft).toMatch(/^\+\+\+\ntitle {6}= "/);
    expect(draft).toContain('\n# what the theme wants\n[params]\nauthor = "Ada Example"\n');
    expect(draft).toMatch(/\n\+\+\+\n> A gauge knows \*nothing\* --/);

    await popup.tab('Details');
    await popup.settled();
    expect(await axeViolations(popup.page)).toEqual([]);
    await popup.choose('House style', 'My house style');
    await popup.saved();
    await popup.tab('Draft');
    await waitFor('the other style', async () => (await popup.draft()).startsWith('---\ntitle: "'));
    await popup.page.close();

    await page.bringToFront();
    await options.press('Delete');
    await announces(page, '“Learned style” deleted');
    await options.press('Undo');
    await waitFor('it to be back', () =>
      page.$$eval('[data-field="style"] option', (all) =>
        all.some(({ textContent }) => textContent === 'Learned style'),
      ),
    );
    await page.close();
  });

  it('are edited, and the next draft is written so', { timeout: 120_000 }, async () => {
    const options = new PopupDriver(await harness().openOwn('options.html'));
    const { page } = options;
    await page.bringToFront();
    await page.setViewport({ width: 1280, height: 900 });
    await page.waitForSelector('.style-rows .style-row');
    const example = () =>
      page.$eval('.style-example pre', ({ textContent }) => textContent ?? '').catch(() => '');
    await waitFor('the example', async () => (await example()).includes('draft: true'));

    // Using the keyboard, the field is created, named and filled, and moves up two places.
    const add = await options.find('button', 'Add field');
    await add.focus();
    await page.keyboard.press('Enter');
    await waitFor('its name to have the keyboard', () =>
      page.evaluate(() => document.activeElement?.matches('[data-field$=".name"]') ?? false),
    );
    await options.type('Name', 'layout', (await page.$('.style-row.on')) ?? page);
    await options.choose('Value', 'always the same');
    await options.type('Text in every post', 'wrap-up');
    for (const _ of 'up') {
      await (await options.find('button', 'Move “layout” up')).focus();
      await page.keyboard.press('Enter');
    }
    await waitFor('the example to say so', async () =>
      /^---\ntitle: .*\ndate: .*\nlayout: wrap-up\ndraft: true\n/.test(await example()),
    );
    expect(await axeViolations(page)).toEqual([]);

    await options.type('Title', 'Tides {{ day }}');
    await waitFor('the mistake', () =>
      page.$eval('[data-field="titlePattern"]', (node) => node.getAttribute('aria-invalid')),
    );
    await options.type('Title', 'Tides #{{ number }}');
    await options.type('Last number', '41');
    const thanks = '.style-items + .style-row';
    await (await page.waitForSelector(`${thanks} .style-row-main`))?.click();
    await options.type('Text, in Liquid and Markdown', 'Cheers, {{ nobody | nope }}');
    await waitFor('what is wrong with it', () =>
      page.$eval(`${thanks} .field-error`, ({ textContent }) => textContent?.includes('nope')),
    );
    await options.type('Text, in Liquid and Markdown', 'Cheers, all of you!');
    await waitFor('it in the example', async () =>
      (await example()).includes('Cheers, all of you!'),
    );
    // It is dragged by its grip above the clips.
    await page.$eval('.style-items', (node) => node.scrollIntoView({ block: 'center' }));
    const isAbove = () =>
      page.$$eval('.style-row-name, .style-items', (all) => {
        const names = all.map(({ textContent }) => textContent);
        return names.indexOf('Thanks') < names.indexOf('Clips, notes and headings');
      });
    const grip = await page.$(`${thanks} .grip`);
    await drag(page, grip, await page.$('.style-items'), isAbove, 44);
    await waitFor('the thanks above the clips in the example', async () => {
      const shown = await example();
      return shown.indexOf('Cheers') < shown.indexOf('A gauge knows');
    });

    const popup = new PopupDriver(await harness().openOwn('popup.html'));
    await popup.page.bringToFront();
    await popup.press('New wrap-up');
    await popup.type('Your words', 'Ebb and flow', await popup.add('note'));
    await popup.saved();
    await popup.tab('Draft');
    const draft = await popup.draft();
    expect(draft).toMatch(/^---\ntitle: "Tides #42"\ndate: .*\nlayout: wrap-up\ndraft: true\n/);
    expect(draft).toMatch(/Cheers, all of you!\n\n.*Ebb and flow\n/);
    await popup.page.close();
    await page.close();
  });
});
