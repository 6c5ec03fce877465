import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmed } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { type SlowServer, startSlowServer } from '../support/slow-server.ts';
import { waitFor } from '../support/wait.ts';

const words = 'Every append lands in a ring of daemons. The ring holds five of them at any time.';
const lines = Array.from({ length: 120 }, (_, n) => `<p>Line ${n} says nothing.</p>`).join('');
const body = `<title>Append</title><h1>Append</h1>${lines}<p id="it">${words}</p>${lines}`;

inBothBrowsers('a quote in the popup', (harness) => {
  let page: Page;
  /** It is a real server, because the test can't serve a tab that a link opens. */
  let server: SlowServer;
  let url: string;
  const popup = () => openPopup(harness(), page);
  const draft = async (driver: PopupDriver) => {
    await driver.tab('Draft');
    const text = await driver.draft();
    await driver.tab('Clips');
    return text;
  };
  /** Selects words in the quote's field, like a double click or Shift with arrows. */
  const select = async (driver: PopupDriver, text: string) => {
    const field = await driver.find('textbox', 'Quote, in Markdown');
    await field.evaluate((node, sought) => {
      const area = node as HTMLTextAreaElement;
      const at = area.value.indexOf(sought);
      if (at < 0) throw new Error(`“${sought}” is not in “${area.value}”`);
      area.focus();
      area.setSelectionRange(at, at + sought.length);
    }, text);
  };
  const markdown = async (driver: PopupDriver) => {
    const field = await driver.find('textbox', 'Quote, in Markdown');
    return field.evaluate((node) => (node as HTMLTextAreaElement).value);
  };
  const becomes = async (driver: PopupDriver, expected: string) => {
    await waitFor(`the quote “${expected}”`, async () => (await markdown(driver)) === expected);
  };

  beforeAll(async () => {
    server = await startSlowServer();
    server.add('/append', `<!doctype html><html lang="en"><body>${body}</body></html>`);
    url = server.url('/append', 'ring');
  });
  beforeEach(async () => {
    page = await harness().open(url);
    await selectText(page, { from: 'Every append', to: 'any time.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
  });

  afterAll(() => server.close());

  it('leaves words out and emphasizes others, and its words are still the source’s', async () => {
    const driver = await popup();
    await driver.openRow(0);
    await select(driver, 'in a ring of daemons');
    await driver.press('Leave out selected words');
    await becomes(driver, words.replace('in a ring of daemons', '[...]'));
    await select(driver, 'five');
    await driver.page.keyboard.down('Control');
    await driver.page.keyboard.press('b');
    await driver.page.keyboard.up('Control');
    const edited = words.replace('in a ring of daemons', '[...]').replace('five', '**five**');
    await becomes(driver, edited);
    await driver.saved();
    expect(await driver.page.$eval('.clip-editor', (node) => node.textContent)).toContain(
      'The words are still the source’s.',
    );
    expect(await draft(driver)).toContain('> Every append lands [...]. The ring holds **five** of');
  });

  it('says which words differ once one is changed by hand', async () => {
    const driver = await popup();
    const row = await driver.openRow(0);
    const before = await markdown(driver);
    await driver.type('Quote, in Markdown', before.replace('holds', 'held'), row);
    await waitFor('the changed word', async () =>
      (await driver.page.$eval('.clip-editor', (node) => node.textContent ?? '')).includes(
        '“held”: the source says “holds”',
      ),
    );
    await driver.type('Quote, in Markdown', before, row);
    await driver.saved();
  });

  /** The first of the quote's two halves is shortened, and there is a note between them. */
  const split = async () => {
    const driver = await popup();
    await driver.openRow(0);
    await select(driver, 'in a ring of daemons');
    await driver.press('Leave out selected words');
    await becomes(driver, words.replace('in a ring of daemons', '[...]'));
    await select(driver, 'The ring');
    await driver.press('Split here');
    await waitFor('two rows', async () => (await driver.rows()).length === 2);
    await driver.saved();
    const note = await driver.add('note');
    await driver.type('Your words', 'Between the halves.', note);
    await driver.press('Done', note);
    return driver;
  };

  it('is split around a note, and names its source once', async () => {
    const driver = await split();
    const text = await draft(driver);
    const [above = '', below = ''] = text.split('\n\nBetween the halves.\n\n');
    expect(above).toMatch(/> Every append lands \[\.{3}\]\.$/);
    expect(below).toContain('> The ring holds five of them at any time. --\n> [ring.localhost');
    expect(await axeViolations(driver.page)).toEqual([]);
  });

  it('is joined, in the source’s words, after one click, and split again after one undo', async () => {
    const driver = await split();
    const row = await driver.openRow(2);
    await driver.press('Back to the source’s words', row);
    await waitFor('two rows', async () => (await driver.rows()).length === 2);
    expect(await draft(driver)).toContain(`> ${words.slice(0, 60)}`);
    await driver.press('Undo');
    await waitFor('three rows', async () => (await driver.rows()).length === 3);
    const first = await driver.openRow(0);
    await driver.press('Join with the other half', first);
    await waitFor('two rows', async () => (await driver.rows()).length === 2);
    expect(await draft(driver)).toContain('> Every append lands [...]. The ring holds five of');
  });

  it('opens its source at its words', async () => {
    // It is in a tab, because the popup closes as soon as another tab is in front.
    const driver = new PopupDriver(await harness().openOwn('/popup.html'));
    await driver.openRow(0);
    const link = await waitFor('the link', () => driver.page.$('.source-link'));
    const href = await link.evaluate((node) => (node as HTMLAnchorElement).href);
    const sought = encodeURIComponent(words.slice(0, -1));
    expect(href.startsWith(`${url}#:~:text=${sought}`), href).toBe(true);
    // Firefox's driver does not report a tab that a page of the extension opens (Firefox 153,
    // BiDi).
    if (harness().name === 'firefox') return;
    const before = await harness().pages();
    await link.click();
    const opened = await waitFor('the source in a tab', async () =>
      (await harness().pages()).find(
        (each) => !before.includes(each) && each.url().startsWith(url),
      ),
    );
    await waitFor('the words to be in view', () =>
      opened.evaluate(() => {
        const box = document.querySelector('#it')?.getBoundingClientRect();
        return box !== undefined && scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight;
      }),
    );
  });
});
