import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { blockSaying, focusBlock, openDesk } from '../support/a-desk.ts';
import { axeViolations } from '../support/axe.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { keepPicture } from '../support/looked-at.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { announces, says } from '../support/says.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup', slug: 'tidal' });
const note = createNote({ wrapUpId: wrapUp.id, note: 'The slides are there.' });

/** Gives a page a file like a drop or paste from the system. */
const give = (page: Page, as: 'drop' | 'paste', name: string, text: string, on = 'main') =>
  page.evaluate(
    (how, file, content, selector) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file, { type: 'application/pdf' }));
      const init = { bubbles: true, cancelable: true };
      const event = how === 'drop' ? new DragEvent('drop', init) : new Event('paste', init);
      const carrier = how === 'drop' ? 'dataTransfer' : 'clipboardData';
      Object.defineProperty(event, carrier, { value: data });
      document.querySelector(selector)?.dispatchEvent(event);
    },
    as,
    name,
    text,
    on,
  );

const fileRows = (page: Page) =>
  page.$$eval('.files .person-text', (rows) => rows.map((row) => row.textContent ?? ''));

inBothBrowsers('the files of a post', (harness) => {
  const downloaded = (file: string): Promise<Uint8Array> =>
    waitFor(file, async () => {
      const path = join(harness().downloadDir, file);
      const bytes = existsSync(path) ? readFileSync(path) : null;
      return bytes && bytes.length > 0 ? new Uint8Array(bytes) : null;
    });

  it('are dropped at the desk, linked to by a few keys, renamed, and go along', async () => {
    const desk = await openDesk(harness(), wrapUp, [note]);
    const driver = new PopupDriver(desk);
    await give(desk, 'drop', 'Tides (final).pdf', '%PDF the slides', '.desk-post');
    await announces(desk, 'Added tides-final.pdf');
    const checks = () =>
      desk.evaluate(() => document.querySelector('#desk-checks')?.textContent ?? '');
    await waitFor('the check', async () => (await checks()).includes('tides-final.pdf'));

    await focusBlock(desk, note.id);
    await desk.keyboard.press('Enter');
    const field = await desk.waitForSelector(`.block[data-id="${note.id}"] textarea`);
    await field?.evaluate((node) => {
      const at = (node as HTMLTextAreaElement).value.indexOf('slides');
      (node as HTMLTextAreaElement).setSelectionRange(at, at + 'slides'.length);
    });
    await desk.keyboard.down('Control');
    await desk.keyboard.press('k');
    await desk.keyboard.up('Control');
    await desk.waitForSelector('.link-picker [role=option]');
    await desk.keyboard.type('tides-f');
    await waitFor(
      'the file',
      async () =>
        (await desk.$$eval('.link-picker [role=option] .link-title', (all) => all.length)) === 1,
    );
    await desk.keyboard.press('Enter');
    const text = () => field?.evaluate((node) => (node as HTMLTextAreaElement).value);
    await waitFor(
      'the link',
      async () => (await text()) === 'The [slides](/files/tides-final.pdf) are there.',
    );
    await desk.keyboard.press('Escape');
    await waitFor(
      'the check to be content',
      async () => !(await checks()).includes('tides-final.pdf'),
    );

    await driver.press('Details');
    await waitFor('the file to be linked', async () =>
      (await fileRows(desk))[0]?.endsWith('linked in the post'),
    );
    expect(await axeViolations(desk)).toEqual([]);
    await (await desk.waitForSelector('.files .person-main'))?.click();
    const name = (await desk.waitForSelector('[data-field^="file."]')) as ElementHandle;
    await name.click({ count: 3 });
    await desk.keyboard.type('Tide tables');
    await desk.keyboard.press('Enter');
    await announces(desk, 'Renamed to tide-tables.pdf');
    expect(await axeViolations(desk)).toEqual([]);
    await keepPicture(desk, 'site-files desk');
    await blockSaying(desk, 'The slides are there.');

    const popup = new PopupDriver(await harness().openOwn('popup.html'));
    await popup.page.bringToFront();
    await popup.tab('Draft');
    expect(await popup.draft()).toContain('The [slides](/files/tide-tables.pdf) are there.');
    await popup.press('Download .zip with all files');
    const files = unzipSync(await downloaded('tidal.zip'));
    expect(Object.keys(files)).toEqual(['content/posts/tidal.md', 'static/files/tide-tables.pdf']);
    const pdf = new TextDecoder().decode(files['static/files/tide-tables.pdf']);
    expect(pdf).toBe('%PDF the slides');
    await popup.page.close();

    await desk.bringToFront();
    await driver.press('Trash');
    await says(desk, 'The trash is empty.');
    await driver.press('Remove tide-tables.pdf');
    await announces(desk, 'Removed tide-tables.pdf');
    await waitFor('it to be in the trash of the post', () =>
      desk.$$eval('[data-trash] .trash-title', (all) =>
        all.some(({ textContent }) => textContent === 'tide-tables.pdf'),
      ),
    );
    const library = new PopupDriver(await harness().openOwn('library.html#trash'));
    await library.page.bringToFront();
    await library.press('Put back: “tide-tables.pdf”');
    await announces(library.page, 'Put back');
    await library.page.close();
    await desk.bringToFront();
    await waitFor('the file to be back', async () =>
      (await fileRows(desk))[0]?.startsWith('tide-tables.pdf'),
    );
  });

  it('are pasted, dropped or chosen in the popup, and taken back', async () => {
    await storePost(harness(), wrapUp, [note]);
    const popup = new PopupDriver(await harness().openOwn('popup.html'));
    const { page } = popup;
    await page.bringToFront();
    await popup.settled();
    await popup.tab('Details');
    await give(page, 'paste', 'a.pdf', 'one');
    await announces(page, 'Added a.pdf');
    await give(page, 'drop', 'b.pdf', 'two');
    await announces(page, 'Added b.pdf');
    const path = join(mkdtempSync(join(tmpdir(), 'wrapup-files-')), 'Ring.gif');
    writeFileSync(path, 'GIF89a and more');
    const input = await page.waitForSelector('.files input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    await announces(page, 'Added ring.gif');
    await waitFor('three files', async () => (await fileRows(page)).length === 3);
    expect((await fileRows(page)).map((row) => row.slice(0, 5))).toEqual([
      'a.pdf',
      'b.pdf',
      'ring.',
    ]);
    await popup.press('Undo');
    await waitFor('two files', async () => (await fileRows(page)).length === 2);
    await page.$eval('.files', (node) => node.scrollIntoView());
    expect(await axeViolations(page)).toEqual([]);
    await keepPicture(page, 'site-files popup');
    await page.close();
  });
});
