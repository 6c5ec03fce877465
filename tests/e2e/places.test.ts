import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Item, inboxId } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { pages } from '../fixtures/clipping.ts';
import { eventPages } from '../fixtures/event-pages.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmed } from '../support/confirmation.ts';
import { linkDestinations } from '../support/draft-links.ts';
import { splitPost } from '../support/draft-text.ts';
import { createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { uuid } from '../support/records.ts';
import { guideQuotes, guideWords, storeLibrary } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const guide = 'https://tides.example/guide';

/** Returns the current wrap-up or inbox, from the popup's heading. */
const placeName = (popup: PopupDriver) =>
  popup.page.$eval('.switcher-button', (node) => node.textContent?.trim() ?? '');

const openSwitcher = async (popup: PopupDriver) => popup.press(await placeName(popup));

/** The number belongs to the inbox and counts its clips. */
const pick = async (popup: PopupDriver, name: string, count = '') => {
  await openSwitcher(popup);
  await (await popup.find('option', `${name}${count}`)).click();
  // It shows once it is stored; a popup closed sooner would not have chosen it.
  await waitFor(`${name} to be picked`, async () => (await placeName(popup)) === name);
};

const rename = async (popup: PopupDriver, name: string) => {
  await openSwitcher(popup);
  await popup.press('Rename');
  await popup.type('Title of the wrap-up', name);
  await popup.page.keyboard.press('Enter');
  await popup.find('button', name);
  await popup.saved();
};

const expectRows = (popup: PopupDriver, expected: string[]) =>
  waitFor('the rows', async () => {
    const shown = await popup.rowTexts();
    return shown.join('\n') === expected.join('\n');
  }).catch(async () => expect(await popup.rowTexts()).toEqual(expected));

const [nothing, millimetres, rest] = guideWords;
const [first, second] = [1, 2].map((n) =>
  createWrapUp({ id: uuid(n), title: `Harbour Meetup #${n}` }),
) as [WrapUp, WrapUp];

inBothBrowsers('places for clips', (harness) => {
  let page: Page;
  const popup = () => openPopup(harness(), page);
  const clip = async (from: string, to: string, said: string) => {
    await page.bringToFront();
    await selectText(page, { from, to });
    await harness().shortcut(page);
    await confirmed(harness(), page, said);
  };

  beforeEach(async () => {
    harness().site.addAll(pages);
    page = await harness().open(guide);
  });
  const quotes = () => guideQuotes() as [Item, Item, Item];
  const keep = (
    current: string,
    wrapUps: readonly WrapUp[],
    items: Readonly<Record<string, readonly Item[]>>,
  ) => storeLibrary(harness(), { current, wrapUps, items });

  it('a wrap-up is renamed in the list in which it is chosen', async () => {
    await clip('A gauge', 'nothing', 'Clipped to “Wrap-up');
    await rename(await popup(), 'Harbour Meetup #1');
    expect(await placeName(await popup())).toBe('Harbour Meetup #1');
  });

  it('clips go into the inbox if it is chosen', async () => {
    await keep(first.id, [first], {});
    await pick(await popup(), 'Inbox');
    await clip('it counts', 'millimetres', 'Clipped to the inbox');
    await clip('leaves', 'rest', 'Clipped to the inbox');
    const driver = await popup();
    expect(await placeName(driver)).toBe('Inbox');
    await expectRows(driver, [millimetres, rest]);
    for (const tab of ['Details', 'Draft'] as const) {
      await driver.tab(tab);
      await waitFor(`what the inbox has no ${tab} for`, () =>
        driver.page.$eval('main', (node) => node.textContent?.includes('The inbox is not a post')),
      );
    }
    await driver.tab('Clips');
  });

  it('a clip in the inbox is moved to a wrap-up in its editor', async () => {
    const [one, ...others] = quotes();
    await keep(inboxId, [first], { [first.id]: [one], [inboxId]: others });
    const driver = await popup();
    await driver.choose('Wrap-up', 'Harbour Meetup #1', await driver.openRow(0));
    await expectRows(driver, [rest]);
    await pick(driver, 'Harbour Meetup #1');
    await expectRows(driver, [nothing, millimetres]);
    await driver.tab('Draft');
    expect(await driver.draft()).toContain('> it counts');
    await driver.tab('Clips');
  });

  it('a clip that was moved to another wrap-up returns to its place by Undo', async () => {
    await keep(first.id, [first], { [first.id]: quotes().slice(0, 2) });
    const driver = await popup();
    await driver.press('New wrap-up');
    await driver.find('button', 'Harbour Meetup #2');
    await driver.settled();
    await pick(driver, 'Harbour Meetup #1');
    await expectRows(driver, [nothing, millimetres]);
    const move = async () => driver.choose('Wrap-up', 'Harbour Meetup #2', await driver.openRow(0));
    await move();
    await expectRows(driver, [millimetres]);
    await driver.press('Undo');
    await expectRows(driver, [nothing, millimetres]);
    await move();
    await expectRows(driver, [millimetres]);
    await pick(driver, 'Harbour Meetup #2');
    await expectRows(driver, [nothing]);
  });

  it('an archived wrap-up gets no new clips, and is restored with all its clips', async () => {
    await keep(second.id, [first, second], { [second.id]: quotes().slice(0, 1) });
    const driver = await popup();
    await openSwitcher(driver);
    await driver.press('Archive');
    await driver.find('button', 'Harbour Meetup #1');
    await clip('A gauge knows', 'moon', 'Clipped to “Harbour Meetup #1”');
    const again = await popup();
    await openSwitcher(again);
    expect(await again.has('option', 'Harbour Meetup #2archived')).toBe(false);
    await again.press('Show archived (1)');
    await (await again.find('option', 'Harbour Meetup #2archived')).click();
    await again.find('button', 'Harbour Meetup #2');
    await expectRows(again, [nothing]);
    await openSwitcher(again);
    await again.find('button', 'Archive');
    expect(await again.has('button', 'Show archived (1)')).toBe(false);
  });

  it('an archived wrap-up is also restored by Undo', async () => {
    await keep(second.id, [first, second], { [second.id]: quotes().slice(0, 1) });
    const driver = await popup();
    await openSwitcher(driver);
    await driver.press('Archive');
    await driver.find('button', 'Harbour Meetup #1');
    await driver.press('Undo');
    await driver.find('button', 'Harbour Meetup #2');
    await expectRows(driver, [nothing]);
  });

  it.each(['quit', 'kill'] as const)(
    'the post and the inbox are there after the browser ended (%s)',
    async (how) => {
      const [one, , last] = quotes();
      await keep(second.id, [second], { [second.id]: [one], [inboxId]: [last] });
      const before = await popup();
      const note = await before.add('note');
      await before.type('Your words', `Written before the ${how}.`, note);
      await before.press('Done', note);
      await before.tab('Details');
      await before.type('Name', `Harbour Meetup, ${how}`, await before.group('Event'));
      await before.type('Footer', `A footer of the ${how}.`);
      await before.tab('Draft');
      const draft = await before.draft();
      expect(draft).toContain(`Written before the ${how}.`);
      expect(draft).toContain(`A footer of the ${how}.`);
      await harness().restart(how);
      page = await harness().open(guide);
      const after = await popup();
      await after.tab('Draft');
      expect(await after.draft()).toBe(draft);
      await after.tab('Clips');
      await pick(after, 'Inbox', '1');
      await expectRows(after, [rest]);
      await pick(after, 'Harbour Meetup #2');
      await after.saved();
    },
  );
});

/** Balanced and single parentheses, escaped spaces, and 2,000 characters in all. */
const longAddress =
  'https://papers.example/reports/(2026)/gauges%20(all%20of%20them/a)b/?q=(a)%20b&c=%28d&e='.padEnd(
    2_000,
    'water-(',
  );

inBothBrowsers('addresses', (harness) => {
  it('a link and a quote lead to exactly the address that was visited', async () => {
    expect(longAddress).toHaveLength(2_000);
    harness().site.add(
      longAddress,
      '<!doctype html><title>All gauges</title><main><h1>All gauges</h1><p>Every gauge there is.</p></main>',
    );
    const page = await harness().open(longAddress);
    expect(await page.evaluate(() => location.href), 'the browser changes nothing').toBe(
      longAddress,
    );
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await selectText(page, { from: 'Every gauge', to: 'is.' });
    await harness().shortcut(page);
    await waitFor('the quote', async () => (await harness().badge()) === '2');
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    const { body } = splitPost(await popup.draft());
    expect(linkDestinations(body)).toEqual([longAddress, longAddress]);
  });
});

inBothBrowsers('the details from a page', (harness) => {
  beforeAll(() => {
    harness().site.addAll(eventPages);
  });

  const value = async (popup: PopupDriver, label: string) => {
    const field = await popup.find('textbox', label, await popup.group('Event'));
    return field.evaluate((node) => (node as HTMLInputElement).value);
  };
  const over = async (path: string) => {
    const page = await harness().open(`https://harbour.example/${path}`);
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    if (!(await popup.has('button', 'Add note'))) await popup.press('New wrap-up');
    await popup.tab('Details');
    await popup.group('Event');
    return { page, popup };
  };
  /** Fills, returns what `look` finds, and undoes the filling. */
  const filled = async (path: string) => {
    const { page, popup } = await over(path);
    expect(await value(popup, 'Name')).toBe('');
    await popup.press('Fill from this page');
    await waitFor('the event', async () => (await value(popup, 'Name')) !== '');
    const details = {
      name: await value(popup, 'Name'),
      address: await value(popup, 'Address'),
      starts: await value(popup, 'Starts'),
      venue: await value(popup, 'Venue'),
      venueAddress: await value(popup, 'Venue’s web address'),
    };
    await popup.saved();
    await popup.press('Undo');
    await waitFor('the Undo', async () => (await value(popup, 'Name')) === '');
    expect(await value(popup, 'Venue')).toBe('');
    await popup.saved();
    await popup.tab('Draft');
    expect(await popup.draft(), 'the popup works on').toContain('\ndraft: true\n');
    const title = await page.title();
    await popup.tab('Clips');
    await harness().closePopup();
    await page.close();
    return { ...details, title };
  };

  it('come from its JSON-LD, and are removed by Undo', async () => {
    expect(await filled('good')).toMatchObject({
      name: 'Harbour Meetup #12',
      address: 'https://harbour.example/good',
      starts: '2026-11-18 19:00',
      venue: 'The Pilot House',
      venueAddress: 'https://pilot.example/',
    });
  });

  it('come from valid JSON-LD beside broken JSON-LD', async () => {
    expect(await filled('broken-beside')).toMatchObject({ name: 'Harbour Meetup #13' });
  });

  it('take no name from a prototype', async () => {
    expect(await filled('prototype')).toMatchObject({ name: 'Plain Meetup' });
  });

  it('cut names of a megabyte', async () => {
    expect(await filled('megabytes')).toMatchObject({
      name: 'M'.repeat(1_000),
      venue: 'The Pilot House',
    });
  });

  it('contain markup only as text, and no address that runs code', async () => {
    expect(await filled('script')).toMatchObject({
      name: '<img src=x onerror="document.title=1"></p><script>document.title=2</script> {{7*7}}',
      address: 'https://harbour.example/script',
      venue: 'Pier',
      venueAddress: '',
      title: 'Script',
    });
  });

  describe('if there is no event', () => {
    it.each(['none', 'only-broken', 'nested'])('(%s) says so', async (path) => {
      const { page, popup } = await over(path);
      const said = () => popup.page.$eval('.fill', (node) => node.textContent ?? '');
      await waitFor('the sentence', async () =>
        (await said()).includes('No event was found on this page.'),
      );
      await popup.press('Look again');
      await waitFor('the longer one', async () =>
        (await said()).includes('No event on this page that Wrapup can read'),
      );
      expect(await value(popup, 'Name')).toBe('');
      await popup.tab('Clips');
      await harness().closePopup();
      await page.close();
    });
  });
});
