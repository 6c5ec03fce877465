import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { blockSaying, focusBlock, openDesk } from '../support/a-desk.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { withRealKeys } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const note = createNote({ wrapUpId: wrapUp.id, note: 'Low tide' });
const picture = readFileSync(new URL('../../public/icon/16.png', import.meta.url));

const address = 'https://wiki.example/page';
const html = `<!doctype html><html lang="en"><title>Wiki</title><body style="margin:0">
  <p id="words">Read <a href="https://reva.example/">reva</a> <em>first</em>.</p>
  <p id="address">https://tides.example/table</p>
  <p id="text">{{&lt; neap &gt;}} tides are low.</p>
  <button id="picture">Copy the picture</button>`;

withRealKeys('what is pasted at the desk', (harness, _name, display) => {
  it('becomes a block: an address, words with their links, text, a picture', {
    timeout: 240_000,
  }, async () => {
    harness().site.add(address, html);
    const source = await harness().open(address);
    const desk = await openDesk(harness(), wrapUp, [note], null);
    await display().click(600, 700);
    const ids = () =>
      desk.$$eval('.desk-post .block:not([data-kind=part])', (all) =>
        all.map((block) => (block as HTMLElement).dataset.id ?? ''),
      );
    const copy = async (id: string) => {
      await source.bringToFront();
      await source.evaluate((of) => {
        const element = document.getElementById(of);
        if (element) getSelection()?.selectAllChildren(element);
      }, id);
      await display().press('Ctrl+C');
      // The copy is ready once the browser has made it.
      await waitFor('the clipboard', async () => (await harness().clipboard()).length > 0);
    };
    const paste = async (page: Page) => {
      await page.bringToFront();
      await focusBlock(page, note.id);
      const before = await ids();
      await display().press('Ctrl+V');
      return waitFor('the block', async () =>
        (await ids()).find((id) => id !== '' && !before.includes(id)),
      );
    };
    const kindOf = (id: string) =>
      desk.$eval(`.block[data-id="${id}"]`, (block) => (block as HTMLElement).dataset.kind);

    await copy('address');
    const link = await paste(desk);
    expect(await kindOf(link)).toBe('link');

    await copy('words');
    const words = await paste(desk);
    expect(await blockSaying(desk, 'Read reva first.')).toBe(words);
    expect(
      await desk.$eval(`.block[data-id="${words}"] .draft-link`, (each) => each.textContent),
    ).toBe('reva');

    await copy('text');
    const text = await paste(desk);
    // It runs nothing of the site's generator.
    expect(await blockSaying(desk, '{{< neap >}} tides are low.')).toBe(text);

    await source.bringToFront();
    await source.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      document.getElementById('picture')?.addEventListener('click', async () => {
        const blob = new Blob([bytes], { type: 'image/png' });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
        document.title = 'Copied';
      });
    }, picture.toString('base64'));
    await source.click('#picture');
    await waitFor('the picture on the clipboard', async () => (await source.title()) === 'Copied');
    const image = await paste(desk);
    expect(await kindOf(image)).toBe('image');
    await waitFor('the picture', () =>
      desk.$eval(`.block[data-id="${image}"] img`, (img) => (img as HTMLImageElement).naturalWidth),
    );
  });
});
