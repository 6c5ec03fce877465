import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileDrawings, svg } from '../fixtures/hostile-drawings.ts';
import { browsersHere } from '../support/binaries.ts';
import { bundleForPage } from '../support/bundle-for-page.ts';
import type * as InPage from '../support/clean-drawing-in-page.ts';
import { launchPlain } from '../support/plain-browser.ts';

declare const drawings: typeof InPage;
declare global {
  var ran: number | undefined;
}

/** What a browser does with a drawing at its own address on a site. */
describe.each(browsersHere())('drawings on a site (%s)', (name) => {
  let browser: Browser;
  let page: Page;
  let served = '';
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await launchPlain(name);
    page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url() === 'https://blog.example/')
        return void request.respond({ contentType: 'text/html', body: '<title>Blog</title>' });
      if (request.url().startsWith('https://blog.example/drawing.svg'))
        return void request.respond({ contentType: 'image/svg+xml', body: served });
      if (!request.url().endsWith('/favicon.ico')) asked.push(request.url());
      // It may be gone with its page.
      request.abort().catch(() => undefined);
    });
    await page.goto('https://blog.example/');
    await page.evaluate(await bundleForPage('tests/support/clean-drawing-in-page.ts', 'drawings'));
  });
  afterAll(() => browser?.close());

  /** Opens a drawing; returns whether a script of it ran, and what it requested. */
  const open = async (drawing: string) => {
    asked.length = 0;
    served = drawing;
    await page.goto(`https://blog.example/drawing.svg?${Math.random()}`);
    const ran = await page.evaluate(
      () => new Promise((resolve) => setTimeout(() => resolve(globalThis.ran === 1), 30)),
    );
    return { ran, asked: [...asked] };
  };

  it('run nothing and load nothing once they are cleaned', async () => {
    const bait = svg(
      '<script>globalThis.ran = 1</script><image href="https://evil.example/x.png"/>',
    );
    const drawn = [bait, ...hostileDrawings.map(([, drawing]) => drawing)].map((drawing) =>
      drawing.replaceAll('alert(1)', 'globalThis.ran = 1'),
    );
    const clean = await page.evaluate((texts) => drawings.clean(texts), drawn);
    expect(await open(drawn[0] ?? '')).toEqual({
      ran: true,
      asked: ['https://evil.example/x.png'],
    });
    for (const [at, drawing] of clean.entries())
      expect(await open(drawing ?? svg('')), drawn[at]).toEqual({ ran: false, asked: [] });
    expect(clean.filter((drawing) => drawing === undefined)).toEqual([]);
  });
});
