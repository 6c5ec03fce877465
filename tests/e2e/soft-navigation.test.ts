import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { inBothBrowsers } from '../support/journeys.ts';
import { type SourcedRecord, sourcedClips } from '../support/sourced-clips.ts';
import { waitFor } from '../support/wait.ts';

const first = 'https://shelf.tide.example/posts/neap';
const head =
  '<title>Neap tides</title><meta name="author" content="Ada Example"><meta property="article:published_time" content="2025-01-02">' +
  '<script type="application/ld+json">{"@type":"Article","author":{"name":"Ada Example"},"datePublished":"2025-01-02"}</script>';

/**
 * Single-page applications show another page without loading it, and many leave the head unchanged.
 * Only a real browser knows how a document was loaded.
 */
inBothBrowsers('a page that went on without loading', (harness) => {
  let page: Page;
  let own: Page;
  beforeEach(async () => {
    own = await harness().openOwn('options.html');
    harness().site.add(
      first,
      `<!doctype html><html lang="en"><head>${head}</head><body><main><p>Low water.</p></main></body></html>`,
    );
    page = await harness().open(first);
  });

  async function clip(words: string): Promise<SourcedRecord['source']> {
    const before = (await sourcedClips(own)).length;
    await page.bringToFront();
    await page.evaluate((text) => {
      const main = document.querySelector('main') as HTMLElement;
      main.innerHTML = `<p>${text}</p>`;
      getSelection()?.selectAllChildren(main);
    }, words);
    await harness().shortcut(page);
    const found = await waitFor('a clip', async () => (await sourcedClips(own))[before]);
    expect(found.markdown).toBe(words);
    return found.source;
  }

  it('has its own author and date, or none', async () => {
    expect(await clip('Low water.')).toMatchObject({
      url: first,
      author: 'Ada Example',
      published: '2025-01-02',
    });

    await page.evaluate(() => {
      history.pushState({}, '', '/posts/spring');
      document.title = 'Spring tides';
    });
    expect(await clip('High water.')).toMatchObject({
      url: 'https://shelf.tide.example/posts/spring',
      cleanTitle: 'Spring tides',
      author: '',
      published: '',
    });

    await page.evaluate(() => {
      history.pushState({}, '', '/posts/slack');
      document.head.innerHTML =
        '<title>Slack water</title><link rel="canonical" href="https://shelf.tide.example/posts/slack"><meta name="author" content="Bea Example">';
    });
    expect(await clip('Slack water.')).toMatchObject({
      url: 'https://shelf.tide.example/posts/slack',
      author: 'Bea Example',
      published: '',
    });

    await page.evaluate(() => history.go(-2));
    await page.waitForFunction((url) => location.href === url, {}, first);
    await page.evaluate((html) => {
      document.head.innerHTML = html;
    }, head);
    expect(await clip('Low water again.')).toMatchObject({ url: first, author: 'Ada Example' });
  });
});
