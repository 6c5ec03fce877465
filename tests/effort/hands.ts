import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { selectText } from '../support/browsers/gestures.ts';
import type { Harness, MenuItem } from '../support/browsers/harness.ts';
import { clickInConfirmation, confirmed } from '../support/confirmation.ts';
import { openPanel, openPopup } from '../support/journeys.ts';
import { clickWhenStill, PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';
import { type Found, isCaretAtEnd, optionsIn } from './sight.ts';
import type { Tally } from './tally.ts';

/** What is visible of a page of ours; nothing of it acts. */
export type Sight = Pick<
  PopupDriver,
  'find' | 'has' | 'group' | 'rows' | 'rowTexts' | 'saved' | 'settled' | 'draft' | 'status'
>;

/** Chromium's own menu over a page: Back, Forward, Reload, Save as… */
const menuEntries = 8;

/**
 * The hands of a note-taker: the only way to act here, and every action counts. Going to a page and
 * reading it is not counted, because it is the same whatever tool one writes in.
 */
export class Hands {
  readonly tally: Tally;
  readonly #harness: Harness;
  #page: Page | undefined;
  #panel: PopupDriver | undefined;
  #desk: PopupDriver | undefined;
  #popup: PopupDriver | undefined;
  /** Where keys go: to the page that was clicked last. */
  #keyboard: Page | undefined;
  #clipboard = '';

  constructor(harness: Harness, tally: Tally) {
    this.#harness = harness;
    this.tally = tally;
  }

  /** The panel beside the page. */
  get panel(): Sight {
    return this.#openPanel;
  }

  /** The desk, in a window beside the page. */
  get desk(): Sight {
    if (!this.#desk) throw new Error('The desk is not open');
    return this.#desk;
  }

  /** Finds an element without a name: at the desk while typing there, else in the panel. */
  see(selector: string): Promise<Found | null> {
    const isAtDesk = this.#desk && this.#keyboard === this.#desk.page;
    return (isAtDesk ? this.#desk : this.#openPanel)?.page.$(selector) ?? Promise.resolve(null);
  }

  /** Does the same at the desk, wherever the typing is. */
  async seeAtDesk(selector: string): Promise<Found | null> {
    return (await this.#desk?.page.$(selector)) ?? null;
  }

  /** The open row of the panel, and its editor with it. */
  openRow(): Promise<Found | null> {
    return this.see('li[data-id]:has(.clip-editor)');
  }

  get #openPanel(): PopupDriver {
    if (!this.#panel) throw new Error('The panel is not open');
    return this.#panel;
  }

  get #openPage(): Page {
    if (!this.#page) throw new Error('No page is open');
    return this.#page;
  }

  get address(): string {
    return this.#openPage.url();
  }

  /** Returns the page's title in its tab. */
  title(): Promise<string> {
    return this.#openPage.title();
  }

  /** Goes to a page and reads it. */
  async visit(url: string): Promise<void> {
    await this.#harness.closePopup();
    this.#popup = undefined;
    const before = this.#page;
    if (before && before.url() === new URL(url).href) return;
    this.#page = await this.#harness.open(url);
    await before?.close();
  }

  /** Uses the popup's button, because a driver's keys trigger no command without a display. */
  async openPanel(): Promise<void> {
    this.tally.gesture('click');
    this.tally.gesture('click');
    this.#panel = await openPanel(this.#harness, this.#openPage);
  }

  /** Uses the panel's button. */
  async openDesk(): Promise<void> {
    await this.click(await this.#openPanel.find('button', 'Open in the desk'));
    const page = await waitFor('the desk', async () =>
      (await this.#harness.pages()).find((each) => each.url().includes('/desk.html')),
    );
    await page.setViewport({ width: 1366, height: 900 });
    await page.waitForSelector('.desk-post .ghosts');
    this.#desk = new PopupDriver(page);
    await this.#page?.bringToFront();
  }

  /** Uses the toolbar's button. */
  async openPopup(): Promise<Sight> {
    this.tally.gesture('click');
    this.#popup = await openPopup(this.#harness, this.#openPage);
    return this.#popup;
  }

  async select(words: { from: string; to?: string }): Promise<void> {
    this.tally.gesture('selection');
    await selectText(this.#openPage, words);
  }

  /** Presses a key of ours over the page, and waits for its message. */
  async command(name: 'clip-here' | 'clip-moment' | 'clip-screenshot'): Promise<void> {
    this.tally.gesture('chord');
    await this.#harness.shortcut(this.#openPage, name);
    await confirmed(this.#harness, this.#openPage, 'lipped');
  }

  /** Chooses our entry in the menu of something in the page: open, choose ours, choose. */
  async menu(item: MenuItem, selector: string): Promise<void> {
    this.tally.gesture('click');
    this.tally.choice(menuEntries);
    this.tally.gesture('click');
    const target = await this.#openPage.$(selector);
    if (!target) throw new Error(`${this.address} has no ${selector}`);
    await this.#harness.menu(this.#openPage, item, target);
    await confirmed(this.#harness, this.#openPage, 'lipped');
  }

  /** Clicks into a field, or on a button, of the confirmation in the page. */
  async clickInCard(name: string): Promise<void> {
    this.tally.gesture('click');
    await clickInConfirmation(this.#harness, this.#openPage, name);
    this.#keyboard = this.#openPage;
  }

  /** Waits until the card says that what was typed is stored. */
  async cardSaved(): Promise<void> {
    await confirmed(this.#harness, this.#openPage, 'Saved');
  }

  async click(found: Found): Promise<void> {
    this.tally.gesture('click');
    await this.#showDesk(found);
    await clickWhenStill(found);
    this.#keyboard = this.#driverOf(found);
  }

  /** Selects all of a one-line field: three clicks at one place. */
  async selectAll(field: Found): Promise<void> {
    this.tally.gesture('selection');
    await this.#showDesk(field);
    await clickWhenStill(field, 3);
    this.#keyboard = this.#driverOf(field);
  }

  /** Clicks after the last word of a field. */
  async clickAtEnd(field: Found): Promise<void> {
    this.tally.gesture('click');
    await this.#showDesk(field);
    await clickWhenStill(field, 1, 'end');
    this.#keyboard = this.#driverOf(field);
    if (!(await isCaretAtEnd(field))) await this.chord('Control+End');
  }

  async choose(list: Found, option: string): Promise<void> {
    const options = await optionsIn(list);
    const wanted = options.find(({ text }) => text === option);
    if (!wanted) throw new Error(`There is no "${option}" to choose`);
    this.tally.choice(options.length);
    // No driver can click in a list that the system draws; this does what the click would.
    await list.select(wanted.value);
  }

  /** Types words; an address is never typed. */
  async type(words: string): Promise<void> {
    if (/https?:\/\//.test(words)) throw new Error(`Nobody types an address: ${words}`);
    this.tally.keys([...words].length);
    await this.#keys.type(words);
  }

  /** Presses keys together, or one alone, that write no text: `Control+k`, `Escape`. */
  async chord(keys: string): Promise<void> {
    this.tally.gesture(keys.includes('+') ? 'chord' : 'key');
    await this.#pressTogether(keys);
  }

  /** Presses a key that corrects an unwanted result. */
  async correct(name: 'Backspace'): Promise<void> {
    this.tally.correction();
    await this.#keys.press(name);
  }

  /** Selects the address of the page in its bar, and copies it. */
  async copyAddress(): Promise<void> {
    const { address } = this;
    if (this.#clipboard === address) return;
    this.tally.gesture('chord');
    this.tally.gesture('chord');
    // A driver can't reach the bar; what it copies is put into the real clipboard.
    const { origin } = new URL(address);
    await this.#openPage
      .browserContext()
      .overridePermissions(origin, [
        'clipboard-read',
        'clipboard-write',
        'clipboard-sanitized-write',
      ]);
    await this.#openPage.bringToFront();
    await this.#openPage.evaluate((text) => navigator.clipboard.writeText(text), address);
    this.#clipboard = address;
  }

  /**
   * Takes a picture of what plays, with the system's own key and a drawn frame: no part of the
   * product, but work.
   */
  takePicture(): void {
    this.tally.gesture('chord');
    this.tally.gesture('drag');
  }

  async paste(): Promise<void> {
    this.tally.gesture('chord');
    this.tally.address(this.#clipboard);
    const keys = this.#keys;
    await keys.down('Control');
    await keys.down('v', { commands: ['Paste'] });
    await keys.up('v');
    await keys.up('Control');
  }

  /** Returns the clipboard's content, whoever put it there. */
  clipboard(): Promise<string> {
    return this.#harness.clipboard();
  }

  /** Stores pictures of what is visible, to find out why it got stuck. */
  async keepPictures(folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const open = {
      page: this.#page,
      panel: this.#panel?.page,
      popup: this.#popup?.page,
      desk: this.#desk?.page,
    };
    for (const [name, page] of Object.entries(open)) {
      // A closed page has no picture.
      await page?.bringToFront().catch(() => undefined);
      await page?.screenshot({ path: join(folder, `${name}.png`) }).catch(() => undefined);
    }
  }

  get #keys() {
    if (!this.#keyboard) throw new Error('Nothing was clicked yet');
    return this.#keyboard.keyboard;
  }

  async #pressTogether(keys: string): Promise<void> {
    const all = keys.split('+');
    for (const each of all) await this.#keys.down(each as 'Control');
    for (const each of all.reverse()) await this.#keys.up(each as 'Control');
  }

  /** A driver's window shows one page at a time; a real user would have the desk beside it. */
  async #showDesk(found: Found): Promise<void> {
    if (found.frame === this.#desk?.page.mainFrame()) await this.#desk.page.bringToFront();
  }

  /** Returns the page of ours that an element is in. */
  #driverOf(found: Found): Page {
    const page = [this.#popup, this.#panel, this.#desk].find(
      (driver) => driver && found.frame === driver.page.mainFrame(),
    )?.page;
    if (!page) throw new Error('This is in no page of ours');
    return page;
  }
}
