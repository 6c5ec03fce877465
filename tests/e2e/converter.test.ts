import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsersHere } from '../support/binaries.ts';
import { bundleForPage } from '../support/bundle-for-page.ts';
import type * as InPage from '../support/converter-in-page.ts';
import { launchPlainChromium } from '../support/plain-chromium.ts';
import { examples, gfmMissing } from '../support/specification.ts';

declare const converter: typeof InPage;

/** Runs the converter alone in a real page, with another parser and another DOM than jsdom's. */
const folder = resolve(process.cwd(), 'tests/fixtures/pages');

describe.runIf(browsersHere().includes('chromium'))('in Chromium', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchPlainChromium();
    page = await browser.newPage();
    await page.evaluate(await bundleForPage('tests/support/converter-in-page.ts', 'converter'));
  });
  afterAll(() => browser?.close());

  test('every example of the specifications comes back as it was', async () => {
    if (gfmMissing) console.warn(`skipped: ${gfmMissing}`);
    const trips = await page.evaluate((all) => converter.roundTrips(all), examples());
    expect(trips.filter(({ got, wanted }) => got !== wanted)).toEqual([]);
    expect(trips.length).toBeGreaterThan(500);
  });

  test.each(
    readdirSync(folder)
      .filter((file) => file.endsWith('.html'))
      .map((file) => file.replace(/\.html$/, '')),
  )('%s: says what the page says', async (name) => {
    const html = readFileSync(`${folder}/${name}.html`, 'utf8');
    const baseUrl = /rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '';
    const { markdown } = await page.evaluate(
      (...args) => converter.convert(...args),
      html,
      baseUrl,
    );
    expect(markdown).toBe(readFileSync(`${folder}/${name}.md`, 'utf8').replace(/\n$/, ''));
  });

  test.each([
    [['div']],
    [['span']],
    [['b', 'i']],
    [['a']],
    [['blockquote']],
    [['ul', 'li']],
    [['table', 'tbody', 'tr', 'td']],
    [['pre', 'code']],
    [['h1']],
    [['details', 'summary']],
    [['svg', 'math']],
  ])('100,000 elements in one another give a result: %s', async (tags) => {
    const markdown = await page.evaluate((names) => converter.convertNested(names, 100_000), tags);
    if (tags[0] !== 'svg') expect(markdown).toContain('words');
  });
});
