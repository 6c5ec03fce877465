import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chord, focusBlock, openDesk } from '../support/a-desk.ts';
import { axeViolations } from '../support/axe.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { clickInConfirmation, confirmed } from '../support/confirmation.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { keepPicture } from '../support/looked-at.ts';
import { opened } from '../support/opened-posts.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { type SlowServer, startSlowServer } from '../support/slow-server.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const lines = Array.from({ length: 120 }, (_, n) => `<p>Line ${n} says nothing.</p>`).join('');
const words = 'Every append lands in a ring of daemons.';
const body = `<title>Append</title><h1>Append</h1>${lines}<p id="it">${words} It holds five of them.</p>`;

inBothBrowsers('a quote of an opened post', (harness) => {
  /** It is a real server, because the test can't serve a tab that a link opens. */
  let server: SlowServer;
  let url: string;
  const post = () =>
    `---\ntitle: Rings\n---\n\nOne.\n\n>   ${words}\n> -- [docs](${url})\n\nTwo.\n`;
  const tied = 'The quote in “Rings” is connected to this page';

  beforeAll(async () => {
    server = await startSlowServer();
    server.add('/append', `<!doctype html><html lang="en"><body>${body}</body></html>`);
    url = server.url('/append', 'ring');
  });
  afterAll(() => server.close());

  /** Returns the page that was opened; Firefox's driver does not report it (Firefox 153, BiDi). */
  const source = async (before: readonly Page[]): Promise<Page> => {
    if (harness().name === 'firefox') return harness().open(url);
    const page = await waitFor('the source in a tab', async () =>
      (await harness().pages()).find(
        (each) => !before.includes(each) && each.url().startsWith(url),
      ),
    );
    await waitFor('the words to be in view', () =>
      page.evaluate(() => {
        const box = document.querySelector('#it')?.getBoundingClientRect();
        return box !== undefined && scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight;
      }),
    );
    return page;
  };
  const clipThere = async (page: Page, to = 'five of them.') => {
    await page.bringToFront();
    await selectText(page, { from: 'Every append', to });
    await harness().shortcut(page);
  };
  const hint = async (popup: PopupDriver) => {
    await popup.openRow(1);
    return popup.page.$eval('.clip-editor', (node) => node.textContent ?? '');
  };

  it('is clipped again from its row, connected to its page, and disconnected by the card’s Undo', {
    timeout: 120_000,
  }, async () => {
    const { wrapUp, items } = await opened(post());
    await storePost(harness(), wrapUp, items);
    let popup = await openInTab(harness());
    expect(await hint(popup)).toContain('These words are from the post.');
    expect(await axeViolations(popup.page)).toEqual([]);
    await keepPicture(popup.page, `clip-again-popup-${harness().name}`);
    const before = await harness().pages();
    await popup.press('Clip it again');
    const page = await source(before);
    await clipThere(page);
    await confirmed(harness(), page, tied);
    // A shortcut closes the popup, wherever it is.
    await popup.page.close().catch(() => {});
    popup = await openInTab(harness());
    await waitFor('the words to be the source’s', async () =>
      (await popup.page.$eval('.clip-editor', (node) => node.textContent ?? '')).includes(
        'The words are still the source’s.',
      ),
    );
    expect(await popup.rows()).toHaveLength(3);
    await popup.page.keyboard.press('Escape');
    await popup.tab('Draft');
    expect(await popup.draft()).toBe(post());

    await page.bringToFront();
    await clickInConfirmation(harness(), page, 'Undo');
    await confirmed(harness(), page, 'Undone: the quote isn’t connected to this page');
    await popup.page.bringToFront();
    await popup.tab('Clips');
    expect(await hint(popup)).toContain('These words are from the post.');
  });

  it('is clipped again from the desk by its key, and disconnected by Undo there', {
    timeout: 120_000,
  }, async () => {
    const { wrapUp, items } = await opened(post());
    const desk = await openDesk(harness(), wrapUp, items);
    const quote = items.find(({ kind }) => kind === 'quote')?.id ?? '';
    const before = await harness().pages();
    await focusBlock(desk, quote);
    await desk.keyboard.type('G');
    const page = await source(before);
    await clipThere(page, 'of daemons.');
    await confirmed(harness(), page, tied);
    await desk.bringToFront();
    await focusBlock(desk, quote);
    await desk.keyboard.press('Enter');
    const editor = '.block-editor';
    const says = (text: string) =>
      waitFor(text, () =>
        desk.$eval(editor, (node, sought) => node.textContent?.includes(sought), text),
      );
    await desk.waitForSelector(editor);
    await says('The words are still the source’s.');
    expect(await desk.$$('.block[data-id]')).toHaveLength(3);
    await desk.keyboard.press('Escape');
    await waitFor('the block', async () => (await desk.$(editor)) === null);
    await chord(desk, 'Control+z');
    await waitFor('what was undone', () =>
      desk.evaluate(() => document.body.textContent?.includes('Clip a quote again')),
    );
    await focusBlock(desk, quote);
    await desk.keyboard.press('Enter');
    await desk.waitForSelector(editor);
    await says('These words are from the post.');
    expect(await axeViolations(desk)).toEqual([]);
    await keepPicture(desk, `clip-again-desk-${harness().name}`);
  });
});
