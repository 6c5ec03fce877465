import '../support/property-seed.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsersHere } from '../support/binaries.ts';
import { bundleForPage } from '../support/bundle-for-page.ts';
import { launchPlain } from '../support/plain-browser.ts';
import type * as InPage from '../support/selections-in-page.ts';

declare const selections: typeof InPage;

const folder = resolve(process.cwd(), 'tests/fixtures/pages');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\.html$/, ''));

/** A few words, a few blocks, or anything. */
const dragIn = (characters: number): fc.Arbitrary<InPage.Drag> =>
  fc
    .record({
      start: fc.nat(characters - 1),
      length: fc.oneof(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: characters }),
      ),
      by: fc.constantFrom('characters', 'characters', 'blocks'),
    })
    .map(({ start, length, by }) => ({ start, end: Math.min(start + length, characters), by }));

/** Superscripts are written as separate characters. */
const level = (text: string): string => text.normalize('NFKC');

/**
 * Only words: the `:` of a definition belongs to Markdown, though no GFM renderer knows it, and in
 * a cell the marks of lists and tables are text; soft hyphens and the like are no part of a word.
 */
const wordsOf = (text: string): string =>
  level(text)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .split(/\s+/)
    .filter((word) => !/^(?:|[:•◦▪·]|\d+\.)$/.test(word))
    .join(' ');

describe.each(browsersHere())('in %s', (browserName) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchPlain(browserName);
    page = await browser.newPage();
    await page.evaluate(await bundleForPage('tests/support/selections-in-page.ts', 'selections'));
  });
  afterAll(() => browser?.close());

  test.each(names)('%s: the clip contains exactly the selection', async (name) => {
    const html = readFileSync(`${folder}/${name}.html`, 'utf8');
    const characters = await page.evaluate((source) => selections.show(source), html);
    const drags = fc.sample(dragIn(characters), {
      numRuns: browserName === 'chromium' ? 300 : 150,
    });
    const results = await page.evaluate((all) => selections.selected(all), drags);
    const wrong = results
      .filter(({ seen, text, rendered }) => {
        const words = wordsOf(seen);
        return words !== wordsOf(rendered) || (words !== '' && words !== wordsOf(text));
      })
      .toSorted((a, b) => a.seen.length - b.seen.length);
    expect(wrong.slice(0, 3), `${wrong.length} of ${results.length}`).toEqual([]);
    const otherwise = results
      .filter(
        ({ marked, lists }) =>
          lists.seen !== lists.rendered ||
          Object.values(marked).some(({ seen, rendered }) => level(seen) !== level(rendered)),
      )
      .toSorted((a, b) => a.seen.length - b.seen.length);
    expect(otherwise.slice(0, 3), `${otherwise.length} of ${results.length}`).toEqual([]);
  });
});
