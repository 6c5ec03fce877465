import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { clickInConfirmation } from '../support/confirmation.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { pressInOutcome, type Seen, seen, seenInPopup } from '../support/outcome.ts';
import { createPdf } from '../support/pdf.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { startSlowServer } from '../support/slow-server.ts';
import { waitFor } from '../support/wait.ts';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><title>Tide gauge</title>
  <rect width="50" height="50" fill="teal"/><text x="5" y="80">ebb</text></svg>`;
const pdf = createPdf({ pages: [['Tides repeat.'], ['So do we.']], title: 'Tides' });
const page = `<!doctype html><html lang="en"><title>Help with tides</title><p>Every append lands.</p>`;

/** Returns how many clips the button shows. */
const count = async (harness: Harness) => Number(await harness.badge());

const counts = (harness: Harness, wanted: number) =>
  waitFor(`${wanted} clips to be counted`, async () => (await count(harness)) === wanted);

/** Returns whether the outcome says `words` somewhere. */
const says = (page: Page, words: string) =>
  page.evaluate(
    (text) => (document.querySelector('body > main')?.shadowRoot?.textContent ?? '').includes(text),
    words,
  );

/** Returns whether a page of ours is gone; calls to it then fail. */
const isGone = (page: Page) =>
  page
    .evaluate(() => document.visibilityState)
    .then(
      () => false,
      () => true,
    );

async function expectDraft(harness: Harness, words: string): Promise<void> {
  const popup = new PopupDriver(await harness.openOwn('popup.html'));
  await popup.page.waitForSelector('main.popup [role=tab]');
  await popup.tab('Draft');
  expect(await popup.draft()).toContain(words);
  await popup.page.close();
}

/** Undoes the clip where it is shown, and checks that it is gone. */
async function undo(harness: Harness, { where, on }: Seen): Promise<void> {
  const before = await count(harness);
  if (where === 'page') await clickInConfirmation(harness, on, 'Undo');
  else await pressInOutcome(on, 'Undo');
  await counts(harness, before - 1);
}

inBothBrowsers(
  'what a gesture comes to is seen',
  (harness, name) => {
    const isFirefox = name === 'firefox';
    /** Serves one document and opens it. */
    const serve = async (url: string, type: string, body: string | Uint8Array) => {
      harness().site.add(url, { type, body });
      return harness().open(url);
    };

    describe('on a document that is not a page', () => {
      it.each([
        ['JSON', 'levels.json', 'application/json', '{"gauge":"north","level":3.2}', 'page'],
        ['plain text', 'notes.txt', 'text/plain', 'Every append lands.', 'page'],
        ['SVG', 'gauge.svg', 'image/svg+xml', svg, 'page'],
        [
          'XML',
          'levels.xml',
          'application/xml',
          '<?xml version="1.0"?><levels><level>3.2</level></levels>',
          isFirefox ? 'popup' : 'page',
        ],
      ])('%s, where it can be taken back', async (_, file, type, body, where) => {
        const before = await count(harness());
        const tab = await serve(`https://data.example/${file}`, type, body);
        await harness().shortcut(tab);
        const shown = await seen(harness(), tab, 'Clipped to');
        expect(shown).toMatchObject({ where, role: 'status' });
        await counts(harness(), before + 1);
        await undo(harness(), shown);
        await harness().closePopup();
        await tab.close();
      });
    });

    describe('on a PDF', () => {
      it('whose selection the shortcut can’t see: clips the link, and says how to clip the words', async () => {
        const tab = await serve('https://papers.example/ebb.pdf', 'application/pdf', pdf);
        await harness().shortcut(tab);
        const shown = await seen(harness(), tab, 'Clipped this page’s link to');
        expect(shown.where).toBe(isFirefox ? 'popup' : 'page');
        expect(shown.text).toContain('To clip words, right-click them and choose “Clip selection”');
        await undo(harness(), shown);
        await harness().closePopup();
        await tab.close();
      });
    });

    describe('if no script may run', () => {
      /**
       * Opens an address that only one of the browsers has, without waiting for what never loads.
       */
      const cases: [string, string, string, string | null][] = isFirefox
        ? [
            [
              'a restricted site',
              'https://restricted.example/help',
              'Clipped this page’s link to',
              null,
            ],
            [
              'a page of the browser’s own',
              'about:license',
              'The browser doesn’t let extensions read this page',
              'bare',
            ],
            [
              'a page’s source',
              'view-source:https://data.example/page',
              'Clipped this page’s link to',
              'bare',
            ],
            ['an error page', 'https://127.0.0.1:9/', 'This page did not load', 'bare'],
          ]
        : [
            [
              'a page of the browser’s own',
              'chrome://version/',
              'The browser doesn’t let extensions read this page',
              'bare',
            ],
            ['an error page', 'https://gone.example/', 'This page did not load', 'bare'],
            [
              'a page of a script’s own',
              'about:blank',
              'The browser doesn’t let extensions read this page',
              'bare',
            ],
            [
              'a page in its address',
              'data:text/html,<title>D</title>hello',
              'The browser doesn’t let extensions',
              'bare',
            ],
          ];

      it.each(cases)('%s says so', async (_, url, words, bare) => {
        if (bare === null) harness().site.add(url, page);
        const tab = await (bare === null ? harness().open(url) : harness().openBare(url));
        const before = await count(harness());
        await harness().shortcut(tab);
        const shown = await seenInPopup(harness(), words);
        expect(shown.role).toBe(words.startsWith('Clipped') ? 'status' : 'alert');
        if (shown.role === 'status') await undo(harness(), shown);
        expect(await count(harness())).toBe(before);
        await harness().closePopup();
        await tab.close();
      });

      it.runIf(isFirefox)('the reader view: clips the link of the page that it shows', async () => {
        const server = await startSlowServer();
        const paragraph =
          '<p>A long paragraph, of words that go on, as they do where one has time.</p>';
        server.add(
          '/peace',
          `<!doctype html><html lang="en"><title>Reading in peace</title>
          <article><h1>Reading in peace</h1>${paragraph.repeat(40)}</article>`,
        );
        const shown = encodeURIComponent(server.url('/peace', 'reading'));
        const tab = await harness().openBare(`about:reader?url=${shown}`);
        await tab.bringToFront();
        await waitFor('the article', async () => (await tab.title()) === 'Reading in peace');
        await harness().shortcut(tab);
        const { text } = await seenInPopup(harness(), 'Clipped this page’s link to');
        expect(text).toContain('To clip words, right-click them');
        await harness().closePopup();
        await expectDraft(harness(), `[Reading in peace](${server.url('/peace', 'reading')})`);
        await tab.close();
        await server.close();
      });

      it.runIf(isFirefox)(
        'words that the menu knows are clipped from a restricted site',
        async () => {
          const tab = await serve('https://restricted.example/words', 'text/html', page);
          const words = await tab.waitForSelector('p');
          if (!words) throw new Error('No words');
          await tab.evaluate((node) => getSelection()?.selectAllChildren(node), words);
          await harness().menu(tab, 'clip-selection', words);
          const { on } = await seenInPopup(harness(), 'Clipped to');
          await pressInOutcome(on, 'Your words about it');
          await on.keyboard.type('Why it matters');
          await waitFor('the words to be saved', () => says(on, 'Saved'));
          expect(await axeViolations(on)).toEqual([]);
          // The popup is gone before the key is released.
          await on.keyboard.press('Enter').catch(() => {});
          await waitFor('the popup to close', () => isGone(on));
          await expectDraft(harness(), '> Every append lands.');
          await tab.close();
        },
      );
    });
  },
  { preferences: { 'extensions.webextensions.restrictedDomains': 'restricted.example' } },
);

inBothBrowsers(
  'where the browser opens no popup without a click, as Firefox did up to 148',
  (harness, name) => {
    it.runIf(name === 'firefox')('a small window shows it, and closes by Escape', async () => {
      const tab = await harness().openBare('about:license');
      await tab.bringToFront();
      await harness().shortcut(tab);
      const { on, role } = await seenInPopup(harness(), 'The browser doesn’t let extensions read');
      expect(role).toBe('alert');
      expect(await on.evaluate(() => location.hash)).toBe('#window');
      await on.keyboard.press('Escape');
      await waitFor('the window to close', () => isGone(on));
      await tab.close();
    });
  },
  { preferences: { 'extensions.openPopupWithoutUserGesture.enabled': false } },
);
