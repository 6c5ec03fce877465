import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmationGone, confirmed } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { confirmationHost } from '../support/overlays.ts';
import { waitFor } from '../support/wait.ts';

const guide = 'https://tides.example/guide';
const heading = 'h1';

/** Returns the words of an element, and the page's declared language. */
const said = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const { lang, dir } = document.documentElement;
    const words = document.querySelector(wanted)?.textContent?.trim();
    return { words, lang, dir };
  }, selector);

const speaks = (page: Page, selector: string, words: string, lang: string) =>
  waitFor(`“${words}”`, async () => {
    const now = await said(page, selector);
    return now.words === words && now.lang === lang && now.dir === 'ltr';
  });

inBothBrowsers('the language', (harness) => {
  const choose = async (options: Page, tag: string) => {
    await options.bringToFront();
    const choice = 'xpath/.//label[.="Language of Wrapup" or .="Sprache von Wrapup"]/../select';
    await options.waitForSelector(choice);
    await (await options.$(choice))?.select(tag);
  };
  /** Opens the options, after German was chosen there. */
  const german = async () => {
    const options = await harness().openOwn('options.html');
    await speaks(options, heading, 'Wrapup options', 'en');
    await choose(options, 'de');
    await speaks(options, heading, 'Einstellungen von Wrapup', 'de');
    return options;
  };
  const clipWords = async (page: Page, expected: string) => {
    await page.bringToFront();
    await selectText(page, { from: 'A gauge knows', to: 'tide::fit' });
    await harness().shortcut(page);
    await confirmed(harness(), page, expected);
  };

  it('is the browser’s until one is chosen; then open pages, popup and card use it at once', async () => {
    harness().site.addAll(pages);
    const page = await harness().open(guide);
    const library = await harness().openOwn('library.html');
    await speaks(library, heading, 'Backup and trash', 'en');
    const options = await harness().openOwn('options.html');
    await speaks(options, heading, 'Wrapup options', 'en');

    await choose(options, 'de');
    await speaks(options, heading, 'Einstellungen von Wrapup', 'de');
    expect(await options.title()).toBe('Einstellungen von Wrapup');
    await speaks(library, heading, 'Sicherung und Papierkorb', 'de');
    await library.close();

    await clipWords(page, 'Festgehalten in „');
    const card = await harness().inClosedRoot(
      page,
      confirmationHost,
      (root) =>
        root.querySelector('[lang]')?.getAttribute('lang') ?? root.host.getAttribute('lang'),
    );
    expect(card).toMatch(/^de/);
    await confirmationGone(harness(), page);

    const popup = await openPopup(harness(), page);
    expect(await popup.has('tab', 'Fundstücke')).toBe(true);
    expect(await popup.has('button', 'Seite festhalten')).toBe(true);
    await harness().closePopup();
    await options.close();
  });

  it('is remembered, also by the background', async () => {
    await german();
    await harness().restart();
    harness().site.addAll(pages);
    const page = await harness().open(guide);
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Festgehalten in „');
  });

  it('is the browser’s again if that is chosen', async () => {
    const options = await german();
    await choose(options, '');
    await speaks(options, heading, 'Wrapup options', 'en');
    await options.close();
  });
});
