import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { createNote, createQuote, createSection, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const items = [
  createSection({ form: 'h2', note: 'Highlights' }),
  createNote({ note: 'As [the buoys](https://buoy.example/map) say, it is high water.' }),
  createQuote({ text: 'Every append lands in a ring.' }),
  ...Array.from({ length: 40 }, (_, n) => createNote({ note: `Thought ${n}. `.repeat(30) })),
];

/** A typical theme, with what would tell a site that the preview is being viewed. */
const theme = `
@import url("https://leak.example/import.css");
@font-face { font-family: Leak; src: url("https://leak.example/font.woff2"); }
@property --image { syntax: "<image>"; inherits: true; initial-value: url("https://leak.example/p.png"); }
:root { --ink: rgb(10, 20, 30); --leak: u\\72l("https://leak.example/escaped.png"); position: fixed; }
body { font-family: Leak, Georgia, serif; font-size: 19px; background: rgb(250, 240, 230); }
body { background: url(https://leak.example/body.png); }
body.dark p { color: red; }
.post-content h2 { color: var(--ink); text-transform: uppercase; }
a:link { color: rgb(200, 0, 0); }
p { background-image: var(--leak); letter-spacing: 1px; cursor: url("https://leak.example/c.cur"), auto; }
p { background-image: image-set("https://leak.example/set.png" 1x); border-image: url("//leak.example/b.png") 1; }
p ~ blockquote, blockquote { border-left: 7px solid rgb(1, 2, 3); position: fixed; inset: 0; }
blockquote::before { content: url("https://leak.example/content.png"); }
.desk-post, main.desk, body ~ div, html > body > main { display: none; }
button { font-size: 40px; }
@media (min-width: 1px) { h2 { font-style: italic; } }
`;

inBothBrowsers('the preview in the blog’s own type', (harness) => {
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'own-type-'));

  const choose = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const input = await page.$('input[type=file][accept^=".css"]');
    await input?.uploadFile(path);
  };
  const said = () =>
    page.$$eval('.desk-toasts [role=status]', (all) => all.map((each) => each.textContent).join());
  const styleOf = (selector: string, name: string) =>
    page.$eval(selector, (element, of) => getComputedStyle(element).getPropertyValue(of), name);

  const openDesk = async () => {
    const desk = await harness().openOwn(`desk.html#${wrapUp.id}`);
    await desk.setViewport({ width: 1366, height: 900 });
    await desk.waitForSelector('.as-post blockquote');
    await desk.bringToFront();
    return desk;
  };

  beforeEach(async () => {
    await storePost(harness(), wrapUp, items);
    page = await openDesk();
  });

  it('uses the type of a style sheet, requests nothing from any site, and changes nothing else', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choose('theme.css', theme);
    await waitFor('the sentence', async () => (await said()).includes('now uses “theme.css”'));
    expect(await styleOf('.as-post h2', 'text-transform')).toBe('uppercase');
    expect(await styleOf('.as-post h2', 'color')).toBe('rgb(10, 20, 30)');
    expect(await styleOf('.as-post h2', 'font-style')).toBe('italic');
    expect(await styleOf('.as-post', 'background-color')).toBe('rgb(250, 240, 230)');
    expect(await styleOf('.as-post p', 'font-size')).toBe('19px');
    expect(await styleOf('.as-post p', 'letter-spacing')).toBe('1px');
    expect(await styleOf('.as-post p', 'color')).not.toBe('rgb(255, 0, 0)');
    expect(await styleOf('.as-post .draft-link', 'color')).toBe('rgb(200, 0, 0)');
    expect(await styleOf('.as-post blockquote', 'border-left-width')).toBe('7px');
    // Everything around it is unchanged.
    expect(await styleOf('.desk-post', 'display')).not.toBe('none');
    expect(await styleOf('.block-body h2', 'text-transform')).toBe('none');
    expect(await styleOf('.as-post', 'position')).not.toBe('fixed');
    expect(await styleOf('.as-post blockquote', 'position')).toBe('static');
    // No style contains anything that could load something, and no value leads out of the page.
    const taken = await page.evaluate(() =>
      document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((r) => r.cssText),
    );
    expect(taken.length).toBeGreaterThan(3);
    expect(taken.join('\n')).not.toMatch(
      /leak\.example|url\(|image-set|@import|@font-face|@property|\\/i,
    );
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    expect(asked.filter((url) => url.includes('leak.example'))).toEqual([]);
  });

  it('keeps it for the next time, and stops using it on request', async () => {
    await choose('theme.css', theme);
    await waitFor('the sentence', async () => (await said()).includes('now uses “theme.css”'));
    await page.close();
    page = await openDesk();
    await waitFor('the type', async () => (await styleOf('.as-post p', 'font-size')) === '19px');
    const driver = new PopupDriver(page);
    await driver.press('Look of the preview');
    const stop = '[role=menu] button:last-child';
    await waitFor('the menu', async () => (await page.$(stop)) !== null);
    expect(await page.$eval(stop, ({ textContent }) => textContent)).toBe('Stop using “theme.css”');
    await page.click(stop);
    await waitFor(
      'our own type',
      async () => (await styleOf('.as-post p', 'font-size')) === '14px',
    );
  });

  it('says what is wrong with a file, and leaves the preview unchanged', async () => {
    for (const [name, content, sentence] of [
      ['large.css', 'p { color: red }\n'.repeat(20_000), 'is larger than 300 kB'],
      ['picture.css', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe), 'isn’t a text file'],
      ['page.css', '<!doctype html><p>No style</p>', 'has no rule that the preview can use'],
    ] as const) {
      await choose(name, content);
      await waitFor(name, async () => (await said()).includes(sentence));
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    }
  });

  it('follows the post when it is scrolled, unless that is turned off', async () => {
    const top = () => page.$eval('.as-post', ({ scrollTop }) => scrollTop);
    const scrollTo = (px: number) =>
      page.$eval('.desk-post .clips-scroller', (view, to) => view.scrollTo({ top: to }), px);
    const driver = new PopupDriver(page);
    await scrollTo(1_500);
    await waitFor('the preview', async () => (await top()) > 300);
    await scrollTo(0);
    await waitFor('its start', async () => (await top()) === 0);
    await driver.press('Follow');
    await scrollTo(1_500);
    await waitFor('the post', () =>
      page.$eval('.desk-post .clips-scroller', ({ scrollTop }) => scrollTop > 1_000),
    );
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    expect(await top()).toBe(0);
  });
});
