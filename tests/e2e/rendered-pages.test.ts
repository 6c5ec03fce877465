import '../support/property-seed.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsersHere } from '../support/binaries.ts';
import { bundleForPage } from '../support/bundle-for-page.ts';
import { launchPlain } from '../support/plain-browser.ts';
import type * as InPage from '../support/rendered-in-page.ts';

declare const rendered: typeof InPage;

/**
 * Pages whose styles decide what a reader sees. Each `<name>.html` has a hand-written `<name>.md`
 * beside it with the Markdown of what a reader sees. What nobody sees of it is in `[data-unseen]`.
 */
const folder = resolve(process.cwd(), 'tests/fixtures/rendered-pages');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\.html$/, ''));

describe.each(browsersHere())('in %s', (browserName) => {
  let browser: Browser;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    browser = await launchPlain(browserName);
    page = await browser.newPage();
    script = await bundleForPage('tests/support/rendered-in-page.ts', 'rendered');
  });
  afterAll(() => browser?.close());

  const show = async (name: string) => {
    const html = readFileSync(`${folder}/${name}.html`, 'utf8');
    const base = /rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '';
    await page.setContent(html.replace('<title>', `<base href="${base}"><title>`));
    await page.evaluate(script);
  };

  test.each(names)('%s: what a reader sees is what is clipped', async (name) => {
    await show(name);
    const markdown = await page.evaluate(() => rendered.readAll());
    expect(markdown).toBe(readFileSync(`${folder}/${name}.md`, 'utf8').trimEnd());
  });

  test.each(names)('%s: so is what is selected of it', async (name) => {
    await show(name);
    const characters = await page.evaluate(() => rendered.characters());
    const drag = fc
      .record({
        start: fc.nat(characters - 1),
        length: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: characters })),
      })
      .map(({ start, length }) => ({ start, end: Math.min(start + length, characters) }));
    const drags = fc.sample(drag, { numRuns: 300 });
    const results = await page.evaluate((all) => rendered.selected(all), drags);
    const wrong = results
      .filter(({ seen, text, rendered: shown }) => seen !== shown || seen !== text)
      .toSorted((a, b) => a.seen.length - b.seen.length);
    expect(wrong.slice(0, 3), `${wrong.length} of ${results.length}`).toEqual([]);
  });

  test('words that nobody can see are taken where nothing else is selected', async () => {
    await page.setContent(
      '<p>Before.</p><div style="position: relative; height: 40px"><span style="position: absolute; opacity: 0">The letters of a scanned page.</span></div>',
    );
    await page.evaluate(script);
    const markdown = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('div') as Element);
      return rendered.readSelected();
    });
    expect(markdown).toBe('The letters of a scanned page.');
  });
});
