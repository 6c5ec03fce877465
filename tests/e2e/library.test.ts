import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { sha256Hex } from '../../lib/core/base/hash.ts';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { image, instant, note, quote, wrapUp, wrapUpId } from '../support/records.ts';
import { says } from '../support/says.ts';
import { storeRecords } from '../support/stored-records.ts';
import { waitFor } from '../support/wait.ts';

const picture = new Uint8Array(3_000_000).map((_, at) => (at * 7919) >>> 3);

inBothBrowsers('the page with everything that is stored', (harness) => {
  const isAccessible = async (page: Page) => {
    for (const scheme of ['light', 'dark'] as const) {
      await harness().colorScheme(page, scheme);
      expect(await axeViolations(page), scheme).toEqual([]);
    }
  };
  const draft = async () => {
    const driver = new PopupDriver(await harness().openOwn('popup.html'));
    await driver.tab('Draft');
    const text = await driver.draft();
    await driver.page.close();
    return text;
  };
  const store = async () => {
    const own = await harness().openOwn('popup.html');
    await own.waitForSelector('main.popup');
    const assetId = await sha256Hex(picture.buffer);
    const live = { live: 1 };
    await storeRecords(
      own,
      {
        wrapUps: [{ ...wrapUp(), ...live }],
        items: [
          note(11, { note: 'Typed by hand, with **weight** & ümlaut.' }),
          quote(12, { markdown: 'Words of a page.', text: 'Words of a page.' }),
          image(13, { assetId, fileName: 'ring.png' }),
        ].map((item) => ({ ...item, ...live })),
        settings: [{ key: 'activeWrapUpId', value: wrapUpId }],
      },
      [
        {
          id: assetId,
          mediaType: 'image/png',
          createdAt: instant,
          base64: Buffer.from(picture).toString('base64'),
        },
      ],
    );
    await own.close();
  };

  it('is opened from the popup; a backup brings everything back after all was erased', async () => {
    await store();
    const before = await draft();
    expect(before).toContain('with **weight** & ümlaut');

    const popup = new PopupDriver(await harness().openOwn('popup.html'));
    await popup.press('No backup yet');
    // The page itself is asked, because Firefox (153) gives BiDi no address for what an extension
    // opened.
    const page = await waitFor('the page in a tab', async () => {
      for (const each of await harness().pages()) {
        const isIt = () => document.querySelector('main.library') !== null;
        if (await each.evaluate(isIt).catch(() => false)) return each;
      }
      return null;
    });
    const library = new PopupDriver(page);
    await isAccessible(page);
    await library.press('Download backup');
    const path = await waitFor('the download', async () => {
      const name = readdirSync(harness().downloadDir).find((each) =>
        /^wrapup-backup-[\d-]+\.zip$/.test(each),
      );
      const found = name && join(harness().downloadDir, name);
      return found && existsSync(found) && statSync(found).size > picture.length && found;
    });
    await says(page, 'Last backup: today');
    await popup.find('button', 'Backup: today');
    await popup.page.close();

    await library.press('Erase everything…');
    await isAccessible(page);
    await library.press('Go on without a new backup');
    await library.press('Keep everything');
    await says(page, 'Nothing was erased');
    await library.press('Erase everything…');
    await library.press('Go on without a new backup');
    await library.press('Erase everything for good');
    await says(page, 'Everything was erased');
    await says(page, 'There is no backup yet');
    const empty = await harness().openOwn('popup.html');
    await empty.waitForSelector('.switcher-none');
    await empty.close();

    const input = await waitFor('the file input', () => page.$('input[type=file]'));
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    await says(page, 'Compared with what is stored here');
    await isAccessible(page);
    await library.press('Restore');
    await says(page, 'Restored from');
    await page.close();
    expect(await draft()).toBe(before);
  });

  it('backs up automatically into a chosen folder, if the browser supports this', async () => {
    const page = await harness().openOwn('library.html');
    const library = new PopupDriver(page);
    await says(page, 'There is no backup yet');
    if (harness().name === 'firefox') {
      expect(await library.has('button', 'Every day, into a folder')).toBe(false);
      await page.close();
      return;
    }
    // Nobody can answer the browser's own question, so this is a folder of the same kind.
    await page.evaluate(() => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }),
      });
    });
    await library.press('Every day, into a folder');
    await says(page, 'Every day into the folder you chose');
    await says(page, 'Last backup: today');
    const files = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const name of (await root.getDirectoryHandle('chosen')).keys()) names.push(name);
      return names;
    });
    expect(files).toEqual([expect.stringMatching(/^wrapup-backup-[a-z]+day\.zip$/)]);
    await library.press('Turn off');
    await says(page, 'Off. Wrapup can back up');
    await page.close();
  });
});
