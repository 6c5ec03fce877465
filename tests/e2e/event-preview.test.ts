import type { ElementHandle } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { previewPages } from '../fixtures/preview-pages.ts';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

const textIn = (field: ElementHandle<Element>) =>
  field.evaluate((node) => (node as HTMLInputElement).value);

inBothBrowsers('the details from an event’s page', (harness) => {
  beforeAll(() => {
    harness().site.addAll(previewPages(new Date()));
  });

  /** Opens the popup's details over a page, in a separate wrap-up. */
  const over = async (path: string, title: string) => {
    const page = await harness().open(`https://quay.example/${path}`);
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    await popup.newWrapUp();
    await popup.tab('Details');
    await waitFor('a wrap-up that nobody named', async () =>
      /^Wrap-up \d/.test(await textIn(await popup.find('textbox', 'Title'))),
    );
    // What the page announces moves the fields down.
    await waitFor('what the page says', () => popup.page.$('.fill:not(.fill-reading)'));
    await popup.type('Title', title);
    return { page, popup };
  };
  const close = async ({ page, popup }: Awaited<ReturnType<typeof over>>) => {
    await popup.saved();
    await harness().closePopup();
    await page.close();
  };
  const preview = (popup: PopupDriver) =>
    popup.page.$$eval('.fill-row', (rows) =>
      rows.map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
    );
  const box = async (popup: PopupDriver) =>
    (await popup.page.$eval('.fill', (node) => node.textContent)) ?? '';
  const value = async (popup: PopupDriver, label: string) => {
    return textIn(await popup.find('textbox', label, await popup.group('Event')));
  };

  it('are shown before they change, are filled in with one click, and removed by Undo', async () => {
    const opened = await over('12', 'A good evening');
    const { popup } = opened;
    await waitFor('the preview', async () => (await preview(popup)).length > 3);
    expect((await preview(popup)).join('\n')).toContain('Harbour Meetup #12');
    expect(await value(popup, 'Name')).toBe('');
    expect(await axeViolations(popup.page)).toEqual([]);

    await popup.type('Venue', 'The cellar', await popup.group('Event'));
    await waitFor('the conflict', async () => (await box(popup)).includes('replaces yours'));
    // Half a date is not stored, so the filled value replaces it.
    await popup.type('Starts', '2026-', await popup.group('Event'));
    await popup.press('Fill from this page');
    await waitFor('the event', async () => (await value(popup, 'Name')) !== '');
    expect(await value(popup, 'Starts')).toMatch(/^\d{4}-\d{2}-\d{2} 19:00$/);
    expect(await value(popup, 'Venue')).toBe('The cellar');
    expect(await value(popup, 'Organiser')).toBe('Harbour group');
    await popup.saved();

    await popup.press('Undo');
    await waitFor('the Undo', async () => (await value(popup, 'Name')) === '');
    expect(await value(popup, 'Venue')).toBe('The cellar');
    await close(opened);
  });

  it('are those of the chosen event if a page has two', async () => {
    const opened = await over('', 'One of two');
    const { popup } = opened;
    await waitFor(
      'the choice',
      async () => (await popup.page.$$('input[type=radio]')).length === 2,
    );
    const chosen = () =>
      popup.page.$eval('input[type=radio]:checked', (node) => node.parentElement?.textContent);
    expect(await chosen()).toContain('Harbour Meetup #12');
    expect(await axeViolations(popup.page)).toEqual([]);
    await popup.page.focus('input[type=radio]:checked');
    await popup.page.keyboard.press('ArrowUp');
    await waitFor('the other', async () => (await chosen())?.includes('Harbour Meetup #13'));
    expect(await box(popup)).toContain('The page says that this event was cancelled.');
    await popup.press('Fill from this page');
    await waitFor('the event', async () => (await value(popup, 'Name')) === 'Harbour Meetup #13');
    expect(await value(popup, 'Venue’s street and town')).toBe('Quay 1, 04109 Leipzig');
    await close(opened);
  });

  it.each([
    ['signed-out', 'its calendar link isn’t a calendar'],
    ['gone', 'its calendar couldn’t be fetched'],
  ])('(%s) are not there: it says so, and nothing is lost', async (path, sentence) => {
    const opened = await over(path, `${path} of my own`);
    const { popup } = opened;
    await popup.press('Read the calendar');
    await waitFor('the sentence', async () => (await box(popup)).includes(sentence));
    expect(await textIn(await popup.find('textbox', 'Title'))).toBe(`${path} of my own`);
    await close(opened);
  });

  it('a speaker of an earlier wrap-up is offered, and chosen by keyboard', async () => {
    const first = await over('13', 'An earlier one');
    await first.popup.press('Add speaker');
    const people = await first.popup.group('Speakers');
    await first.popup.type('Name', 'Ada Example', people);
    await first.popup.type('Address', 'https://social.example/@ada', people);
    await first.popup.type('Role', 'Architect', people);
    await first.popup.type('Organisation', 'Tidepool', people);
    await close(first);

    const next = await over('12', 'The next one');
    const { popup } = next;
    await waitFor('what is known of her, on her event’s page', async () =>
      (await preview(popup)).some((row) => row.includes('Ada Example, Architect, Tidepool')),
    );
    expect((await preview(popup)).join('\n')).toContain('As in “An earlier one”');
    await popup.press('Add speaker');
    await popup.type('Name', 'exa', await popup.group('Speakers'));
    await waitFor('the offer', async () => (await popup.page.$$('[role=option]')).length > 0);
    expect(await axeViolations(popup.page)).toEqual([]);
    await popup.page.keyboard.press('ArrowDown');
    await popup.page.keyboard.press('Enter');
    const fields = () =>
      popup.page.$$eval('.person-fields input', (inputs) => inputs.map((each) => each.value));
    await waitFor('all her fields', async () => (await fields()).includes('Tidepool'));
    expect((await fields()).slice(0, 4)).toEqual([
      'Ada Example',
      'https://social.example/@ada',
      'Architect',
      'Tidepool',
    ]);
    await close(next);
  });
});
