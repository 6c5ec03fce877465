import { expect, it } from 'vitest';
import type { Item } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { pages } from '../fixtures/clipping.ts';
import { axeViolations } from '../support/axe.ts';
import { createPart, createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { guideQuotes, storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('the parts of the template', (harness) => {
  const names = (driver: PopupDriver) =>
    driver.page.$$eval('.part-row .part-name', (rows) => rows.map((row) => row.textContent));
  const introRow = (driver: PopupDriver) =>
    waitFor('the row of the introduction', async () => {
      for (const row of await driver.page.$$('.part-row')) {
        const text = await row.evaluate((node) => node.textContent ?? '');
        if (text.includes('Introduction')) return row;
      }
      return null;
    });
  const body = async (driver: PopupDriver) => {
    const draft = await driver.draft();
    return draft.slice(draft.indexOf('---\n', 4) + 4).trim();
  };

  /** Opens the popup over a page, with one quote, and these details about the event. */
  const open = async (event?: WrapUp['event'], items: readonly Item[] = []) => {
    const wrapUp = createWrapUp(event ? { event } : {});
    await storePost(harness(), wrapUp, [...items, ...guideQuotes().slice(0, 1)]);
    harness().site.addAll(pages);
    return openPopup(harness(), await harness().open('https://tides.example/guide'));
  };
  const meetup: WrapUp['event'] = {
    ...{ name: 'Tidal Meetup #7', url: '' },
    ...{ startsAt: '2026-11-18T19:00', timeZone: 'Europe/Berlin' },
  };

  it('are in the list as soon as they print something', async () => {
    const driver = await open();
    expect(await names(driver)).toEqual([]);
    await driver.tab('Details');
    await driver.type('Name', 'Tidal Meetup #7', await driver.group('Event'));
    await driver.type('Starts', '2026-11-18 19:00');
    await driver.saved();
    await driver.tab('Clips');
    const row = await introRow(driver);
    expect(await row.evaluate((node) => node.textContent)).toContain('took place 2026-11-18');
    expect(await axeViolations(driver.page)).toEqual([]);
  });

  it('are written by hand, and can take over changes of the details', async () => {
    const driver = await open(meetup);
    const main = await (await introRow(driver)).$('.clip-main');
    await main?.click();
    await driver.press('Write by hand for this post');
    const label = 'Words of “Introduction”';
    await driver.find('textbox', label);
    await waitFor('the focus in its words', () =>
      driver.page.evaluate(() => document.activeElement?.getAttribute('data-field') === 'note'),
    );
    await driver.page.keyboard.down('Control');
    await driver.page.keyboard.press('End');
    await driver.page.keyboard.up('Control');
    await driver.page.keyboard.type(' It rained.');
    await driver.saved();
    await driver.tab('Details');
    await driver.type('Starts', '2026-11-19 19:00');
    await driver.saved();
    await driver.tab('Clips');
    await driver.find('button', 'Update');
    const changed = await driver.page.$eval('.part-changed', (node) => node.textContent);
    expect(changed).toMatch(/Its details have changed since.*2026-11-18.*2026-11-19/);
    expect(await axeViolations(driver.page)).toEqual([]);
    await driver.press('Update');
    await waitFor(
      'nothing to take over',
      async () => (await driver.page.$('.part-changed')) === null,
    );
    await driver.tab('Draft');
    expect(await body(driver)).toMatch(
      /^Tidal Meetup #7 took place 2026-11-19[\s\S]*\. It rained\.\n\n/,
    );
  });

  it('are reset to the template, and restored by Undo', async () => {
    const driver = await open(meetup, [createPart({ byHand: true, note: 'It rained.' })]);
    const row = await introRow(driver);
    await (await row.$('.clip-main'))?.focus();
    await driver.page.keyboard.press('Delete');
    await waitFor('the words of the template', async () =>
      (await row.evaluate((node) => node.textContent ?? '')).includes('It rained.') ? null : true,
    );
    await driver.press('Undo');
    await waitFor('the words by hand', async () =>
      (await (await introRow(driver)).evaluate((node) => node.textContent ?? '')).includes(
        'It rained.',
      ),
    );
  });

  it('let a heading go before them', async () => {
    const driver = await open(meetup);
    await introRow(driver);
    await driver.page.$eval('.clips-scroller', (list) => {
      list.scrollTop = 0;
    });
    await driver.press('Insert at the start');
    await (await driver.find('menuitem', 'Heading')).click();
    const section = await waitFor('the heading', () =>
      driver.page.$('li[data-kind=section]:has(.clip-editor)'),
    );
    await driver.type('Text', 'What we saw', section);
    await driver.press('Done', section);
    await driver.saved();
    const kinds = await driver.page.$$eval('.clips > li[data-kind]', (rows) =>
      rows.map((row) => (row as HTMLElement).dataset.kind),
    );
    expect(kinds.slice(0, 2)).toEqual(['section', 'part']);
    await driver.tab('Draft');
    expect(await body(driver)).toMatch(/^## What we saw\n\nTidal Meetup #7 took place/);
  });
});
