import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { confirmed } from '../support/confirmation.ts';
import { withRealKeys } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const address = 'https://wiki.example/page';
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** One element for each letter, because Firefox follows neither of two with the same access key. */
const each = (element: (letter: string) => string) => letters.map(element).join('\n');

/** Pages that claim every key, each in another way. */
const claims = {
  'links with access keys': each((key) => `<a accesskey="${key}" href="/left?${key}">${key}</a>`),
  'hidden links': each(
    (key) => `<a accesskey="${key}" href="/left?${key}" style="display:none">x</a>`,
  ),
  buttons: each(
    (key) => `<button accesskey="${key}" onclick="document.title = 'pressed'">x</button>`,
  ),
  listeners: `<script>
    for (const type of ['keydown', 'keypress', 'keyup']) {
      addEventListener(type, (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      }, { capture: true });
    }
  </script>`,
};
type Claim = keyof typeof claims;

withRealKeys('on a page that handles every key', (harness, name, display) => {
  const open = async (claim: Claim) => {
    harness().site.add(
      address,
      `<!doctype html><html lang="en"><title>Greedy page</title>
      <body style="margin:0"><p id="words">Every append lands in a ring.</p>${claims[claim]}`,
    );
    const page = await harness().open(address);
    await page.bringToFront();
    // Below the page's own words.
    await display().click(600, 800);
    await page.evaluate(() => {
      const node = document.querySelector('#words');
      if (node) getSelection()?.selectAllChildren(node);
    });
    return page;
  };
  const expectToStay = async (page: Page) => {
    expect(page.url()).toBe(address);
    expect(await page.title()).toBe('Greedy page');
    await page.close();
  };

  // Firefox calls a page's listeners before any extension, whatever the key (ADR 29).
  const ways = (Object.keys(claims) as Claim[]).filter(
    (way) => name === 'chromium' || way !== 'listeners',
  );
  it.each(ways)('by %s: the clip is made, and the page stays', async (claim) => {
    const page = await open(claim);
    await harness().shortcut(page);
    // From the second page on, the words are a duplicate.
    await confirmed(harness(), page, 'lipped');
    await expectToStay(page);
  });

  it.each([
    ['clip-moment', 'No recording is playing on this page'],
    ['clip-screenshot', 'Clipped'],
  ])('the key of %s does what it is for', async (command, words) => {
    const page = await open('hidden links');
    await harness().shortcut(page, command);
    await confirmed(harness(), page, words);
    await expectToStay(page);
  });

  it('the key of the panel opens it', async () => {
    const page = await open('hidden links');
    const panel = await harness().panel(page, 'key');
    await waitFor('the panel to be there', () =>
      panel.evaluate(() => document.readyState === 'complete'),
    );
    await harness().closePanel();
    await expectToStay(page);
  });

  it('each command has the key that the manifest asks for', async () => {
    const own = await harness().openOwn('options.html');
    const keys = await waitFor('the options to list the keys', async () => {
      const all = await own.$$eval('.shortcuts kbd', (nodes) =>
        nodes.map((node) => node.textContent),
      );
      return all.length >= 4 ? all : null;
    });
    const letters = name === 'firefox' ? ['Q', 'K', 'I', 'J'] : ['Q', 'M', 'S', 'J'];
    const prefix = name === 'firefox' ? 'Alt+' : 'Alt+Shift+';
    expect(keys).toEqual(expect.arrayContaining(letters.map((letter) => `${prefix}${letter}`)));
  });
});
