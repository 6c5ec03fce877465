import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { createSpeaker, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('two windows of Wrapup', (harness) => {
  const both = 'Forty-seven letters of the other window and so. A post!';
  let one: PopupDriver;
  let other: PopupDriver;

  const openWindow = async () => {
    const driver = new PopupDriver(await harness().openOwn('popup.html'));
    await driver.page.waitForSelector('main.popup [role=tab]');
    await driver.settled();
    return driver;
  };
  const textIn = async (driver: PopupDriver, label: string) =>
    (await driver.find('textbox', label)).evaluate((node) => (node as HTMLInputElement).value);
  const shows = (driver: PopupDriver, label: string, text: string) =>
    waitFor(`"${text}" in ${label}`, async () => (await textIn(driver, label)) === text).catch(
      async () => expect(await textIn(driver, label)).toBe(text),
    );
  const caretIn = async (driver: PopupDriver, label: string, at: 'start' | 'end') => {
    await driver.page.bringToFront();
    const field = await driver.find('textbox', label);
    await field.evaluate((node, where) => {
      const input = node as HTMLInputElement;
      input.focus();
      const offset = where === 'start' ? 0 : input.value.length;
      input.setSelectionRange(offset, offset);
    }, at);
    // A tab that was just brought to the front accepts keys a moment later.
    await waitFor('the window to have the keyboard', () =>
      field.evaluate((node) => document.hasFocus() && document.activeElement === node),
    );
  };
  const chord = async (page: Page, modifiers: ('Control' | 'Shift' | 'Alt')[], key: string) => {
    for (const each of modifiers) await page.keyboard.down(each);
    await page.keyboard.press(key as never);
    for (const each of [...modifiers].reverse()) await page.keyboard.up(each);
  };
  const leaveFields = (driver: PopupDriver) =>
    driver.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  /** Returns the first speaker's row as it shows, or '' if there is none. */
  const speakers = async (driver: PopupDriver) =>
    (await driver.group('Speakers')).evaluate((node) => {
      const [first] = node.querySelectorAll<HTMLInputElement>('input[role=combobox]');
      return first?.value ?? node.querySelector('li')?.textContent?.trim() ?? '';
    });

  /** Opens two windows of one wrap-up, both with its details. */
  const open = async (changes: Partial<WrapUp> = {}) => {
    await storePost(harness(), createWrapUp({ title: 'A post', ...changes }), []);
    one = await openWindow();
    await one.tab('Details');
    other = await openWindow();
    await other.tab('Details');
  };

  it('lose no letter that is typed in one while the cursor rests in the other', async () => {
    await open();
    await caretIn(one, 'Title', 'end');
    await caretIn(other, 'Title', 'start');
    await other.page.keyboard.type('Forty-seven letters of the other window and so. ');
    await other.saved();
    await caretIn(one, 'Title', 'end');
    await one.page.keyboard.type('!');
    await shows(one, 'Title', both);
    await one.saved();
    await shows(other, 'Title', both);
  });

  it('show each letter where it was typed, however fast, while the other window follows', async () => {
    await open();
    await one.page.bringToFront();
    const long = 'The quick gauge counts every millimetre before the tide turns. '.repeat(4).trim();
    await one.type('Footer', long);
    await shows(one, 'Footer', long);
    await one.saved();
    await shows(other, 'Footer', long);
  });

  it('write the parts of the event and the speakers side by side', async () => {
    await open();
    await one.page.bringToFront();
    await one.press('Add speaker');
    await other.page.bringToFront();
    await other.type('Footer', 'Join us.');
    await other.saved();
    await one.page.bringToFront();
    await one.type('Name', 'Ada Example', await one.group('Speakers'));
    await one.saved();
    await waitFor('the speaker in the other window', async () =>
      (await speakers(other)).includes('Ada Example'),
    );
    expect(await textIn(one, 'Footer')).toBe('Join us.');
  });

  it('have one history: each takes back what the other did, and does it again', async () => {
    await open();
    await one.page.bringToFront();
    await one.type('Title', 'Another title');
    // The footer does not mention writes that take less than a moment.
    await shows(other, 'Title', 'Another title');
    await other.page.bringToFront();
    await leaveFields(other);
    await chord(other.page, ['Control'], 'z');
    await shows(other, 'Title', 'A post');
    await one.page.bringToFront();
    await leaveFields(one);
    await chord(one.page, ['Control', 'Shift'], 'z');
    await shows(one, 'Title', 'Another title');
    await shows(other, 'Title', 'Another title');
  });

  it('offer the way back from removing a speaker', async () => {
    await open({ speakers: [createSpeaker()] });
    await one.page.bringToFront();
    await one.press('Remove “Ada Example”');
    await waitFor('no speaker', async () => (await speakers(other)) === '');
    await one.press('Undo');
    await waitFor('the speaker', async () => (await speakers(other)).includes('Ada Example'));
  });

  it('make every move of a key that is held', async () => {
    await open();
    await one.page.bringToFront();
    await one.tab('Clips');
    for (const text of ['first', 'second', 'third', 'fourth']) {
      const row = await one.add('note');
      await (await row.$('textarea'))?.type(text);
      await one.saved();
      await one.page.keyboard.press('Escape');
    }
    const first = await (await one.row(0)).$('.clip-main');
    await first?.focus();
    await one.page.keyboard.down('Alt');
    for (let n = 0; n < 3; n++) await one.page.keyboard.press('ArrowDown');
    await one.page.keyboard.up('Alt');
    const expected = ['second', 'third', 'fourth', 'first'];
    await waitFor('the moves', async () => {
      const texts = await one.rowTexts();
      return texts.join() === expected.join();
    }).catch(async () => expect(await one.rowTexts()).toEqual(expected));
  });
});
