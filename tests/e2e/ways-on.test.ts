import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { keysAfter } from '../../lib/core/post/order.ts';
import { databaseName } from '../../lib/store/database.ts';
import { pages } from '../fixtures/clipping.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmed } from '../support/confirmation.ts';
import { copied } from '../support/copied.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { note, uuid, wrapUp, wrapUpId } from '../support/records.ts';
import { says } from '../support/says.ts';
import { storeRecords } from '../support/stored-records.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('a library that is in trouble', (harness, name) => {
  const popup = async () => new PopupDriver(await harness().openOwn('popup.html'));
  /** Opens a document of ours in which none of our code runs. */
  const keeper = () => harness().openOwn('icon/16.png');
  const downloaded = (file: RegExp) =>
    waitFor(`a download like ${file}`, async () => {
      const found = readdirSync(harness().downloadDir).find((each) => file.test(each));
      const path = found && join(harness().downloadDir, found);
      return path && existsSync(path) && statSync(path).size > 0 && path;
    });
  const newWrapUp = async () => {
    const driver = await popup();
    await driver.newWrapUp();
    await driver.page.close();
  };

  it('clips the same words for a second post, too, and says where they also are', async () => {
    harness().site.addAll(pages);
    const page = await harness().open('https://tides.example/guide');
    const clip = async (words: string) => {
      await page.bringToFront();
      await selectText(page, { from: 'A gauge knows', to: 'tide::fit' });
      await harness().shortcut(page);
      return confirmed(harness(), page, words);
    };
    await newWrapUp();
    await clip('Clipped to “');
    await newWrapUp();
    await clip('Also in: Wrap-up');
    const driver = await popup();
    await waitFor('its row', async () => (await driver.rowTexts()).length === 1);
    await driver.page.close();
    await page.close();
  });

  it('is gone in mid-session: the open page says so, and brings it back', async () => {
    const driver = await popup();
    await driver.newWrapUp();
    const row = await driver.add('note');
    await driver.type('Your words', 'Ebb and flow', row);
    await driver.press('Done', row);
    await driver.saved();
    const rows = await driver.rowTexts();
    await copied(driver.page, 'Ebb and flow');
    // As in a browser that finds a bad block: every connection is closed, and nothing is left.
    const other = await keeper();
    await other.evaluate(
      (database) =>
        new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(database);
          deleting.onsuccess = resolve;
          deleting.onerror = reject;
        }),
      databaseName,
    );
    await other.close();
    const again = await popup();
    await says(again.page, 'Your library is gone');
    await again.press('Bring it back');
    await waitFor('its rows', async () => (await again.rowTexts()).join() === rows.join());
    await again.page.close();
    await driver.page.close();
  });

  // Firefox (153) runs no test script before those of our own pages.
  it.skipIf(name === 'firefox')('says after a while that the browser does not answer', async () => {
    const page = await keeper();
    await page.evaluateOnNewDocument(() => {
      // As in Firefox (153) with a damaged page of the file: counting works, and reading all rows
      // never ends.
      const never = () => new EventTarget() as IDBRequest;
      Object.assign(IDBObjectStore.prototype, { getAll: never });
      Object.assign(IDBIndex.prototype, { getAll: never });
    });
    page.goto(`${harness().origin}/popup.html`).catch(() => {});
    await says(page, 'Your clips are taking a long time to open');
    await page.close();
  });

  it('is all there or not at all after a kill in the middle of a restore', async () => {
    const count = 1_500;
    const keys = keysAfter(undefined, count);
    const own = await popup();
    await storeRecords(own.page, {
      wrapUps: [{ ...wrapUp(), live: 1 }],
      items: Array.from({ length: count }, (_, n) => ({
        ...note(n + 10, { id: uuid(n + 10), note: `Wave ${n} of many.` }),
        order: keys[n],
        live: 1,
      })),
      settings: [{ key: 'activeWrapUpId', value: wrapUpId }],
    });
    await own.page.close();
    const stored = async () => {
      const page = await keeper();
      const found = await page.evaluate(
        (database) =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open(database);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const counting = opening.result.transaction('items').objectStore('items').count();
              counting.onsuccess = () => {
                opening.result.close();
                resolve(counting.result);
              };
              counting.onerror = () => reject(counting.error);
            };
          }),
        databaseName,
      );
      await page.close();
      return found;
    };
    const all = await stored();
    expect(all).toBeGreaterThanOrEqual(count);
    const library = new PopupDriver(await harness().openOwn('library.html'));
    await library.press('Download backup');
    const backup = await downloaded(/^wrapup-backup-[\d-]+\.zip$/);
    await says(library.page, 'Last backup: today');
    await library.press('Erase everything…');
    await library.press('Go on without a new backup');
    await library.press('Erase everything for good');
    await says(library.page, 'Everything was erased');
    await library.page.close();

    const seen = new Set<number>();
    for (const ms of [20, 120, 350]) {
      const page = await harness().openOwn('library.html');
      const input = await waitFor('the file input', () => page.$('input[type=file]'));
      await (input as ElementHandle<HTMLInputElement>).uploadFile(backup);
      await says(page, 'Compared with what is stored here');
      await new PopupDriver(page).press('Restore');
      await new Promise((resolve) => setTimeout(resolve, ms));
      await harness().restart('kill');
      const found = await stored();
      expect([0, all]).toContain(found);
      seen.add(found);
      const driver = await popup();
      await waitFor('the page', () => driver.page.$('main.popup[aria-busy=false] [role=tab]'));
      await driver.page.close();
    }
    const page = await harness().openOwn('library.html');
    const input = await waitFor('the file input', () => page.$('input[type=file]'));
    await (input as ElementHandle<HTMLInputElement>).uploadFile(backup);
    await says(page, 'Compared with what is stored here');
    if (!seen.has(all)) {
      await new PopupDriver(page).press('Restore');
      await says(page, 'Restored from');
    }
    expect(await stored()).toBe(all);
    await page.close();
  });

  it('of a newer Wrapup is left as it is, and can be taken away', async () => {
    const page = await keeper();
    const rows = () =>
      page.evaluate(
        (database) =>
          new Promise<string>((resolve, reject) => {
            const opening = indexedDB.open(database);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const db = opening.result;
              const reading = db.transaction('items').objectStore('items').getAll();
              reading.onsuccess = () => {
                db.close();
                resolve(JSON.stringify([db.version, [...db.objectStoreNames], reading.result]));
              };
              reading.onerror = () => reject(reading.error);
            };
          }),
        databaseName,
      );
    await page.evaluate(
      (database) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open(database, 900);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore('lanterns', { keyPath: 'id' });
            opening.transaction
              ?.objectStore('items')
              .put({ id: 'of-another-shape', glow: ['amber'], live: 1 });
          };
          opening.onsuccess = () => {
            opening.result.close();
            resolve(undefined);
          };
          opening.onerror = () => reject(opening.error);
        }),
      databaseName,
    );
    const before = await rows();
    const driver = await popup();
    await says(driver.page, 'Your clips need a newer Wrapup');
    await driver.press('Save a copy of everything');
    expect(readFileSync(await downloaded(/^wrapup-copy\.json$/), 'utf8')).toContain(
      'of-another-shape',
    );
    harness().site.addAll(pages);
    const article = await harness().open('https://tides.example/guide');
    await selectText(article, { from: 'A gauge knows', to: 'tide::fit' });
    await harness().shortcut(article);
    await confirmed(harness(), article, 'newer version of Wrapup');
    expect(await rows()).toBe(before);
    await article.close();
  });
});
