import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import type { BrowserName, Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { changedExtension } from '../support/changed-extension.ts';
import { copied } from '../support/copied.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { libraryOf, pictureOf } from '../support/library-files.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { image, note, uuid, wrapUp } from '../support/records.ts';
import { says } from '../support/says.ts';
import { waitFor } from '../support/wait.ts';

async function popupOf(harness: Harness): Promise<PopupDriver> {
  const driver = new PopupDriver(await harness.openOwn('popup.html'));
  await driver.settled();
  return driver;
}

inBothBrowsers('a library that the browser empties while it is open', (harness) => {
  it('is noticed, and restored with text that is typed meanwhile', async () => {
    const driver = await popupOf(harness());
    await driver.press('New wrap-up');
    await driver.saved();
    const row = await driver.add('note');
    await driver.type('Your words', 'The tide turned', row);
    await driver.saved();
    await copied(driver.page, 'The tide turned');
    await driver.page.focus('.clip-editor textarea');
    const wiping = harness().wipeDatabases();
    // The page removes the field as soon as it notices.
    const isTyped = await driver.page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('.clip-editor textarea');
      field?.setSelectionRange(field.value.length, field.value.length);
      return field !== null && document.execCommand('insertText', false, ' at noon.');
    });
    await wiping;
    await says(driver.page, 'Your library is gone');
    await driver.press('Bring it back');
    await waitFor('the row', async () => (await driver.rowTexts()).length === 1);
    // It is stored, and not only shown.
    await driver.saved();
    await driver.page.close();
    const after = await popupOf(harness());
    expect(await after.rowTexts()).toEqual([`The tide turned${isTyped ? ' at noon.' : ''}`]);
  });
});

inBothBrowsers('a browser that is killed in the middle of a restore', (harness) => {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-restore-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const restored = uuid(9_000_001);
  const count = 12;

  it('has the old data or all of the restored data, and can restore it again', async () => {
    const pictures = await Promise.all(
      Array.from({ length: count }, (_, at) => pictureOf(`${at} `.repeat(1_200_000))),
    );
    const path = join(folder, 'backup.zip');
    const rows = {
      wrapUps: [wrapUp({ id: restored, title: 'From the backup' })],
      items: [
        note(9_000_002, { wrapUpId: restored, note: 'Kept in the file' }),
        ...pictures.map(({ id }, at) =>
          image(9_100_000 + at, { wrapUpId: restored, assetId: id, order: `b${at + 10}` }),
        ),
      ],
    };
    writeFileSync(path, await libraryOf(rows, pictures));
    const driver = await popupOf(harness());
    await driver.press('New wrap-up');
    await driver.type('Your words', 'Here before', await driver.add('note'));
    await driver.saved();
    await driver.page.close();
    const restore = async () => {
      const page = await harness().openOwn('library.html');
      const input = await page.waitForSelector('#restore input[type=file]');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
      await page.waitForSelector('.restore-preview');
      await new PopupDriver(page).press('Restore');
      return page;
    };
    const titles = async (): Promise<string[]> => {
      const shown = await popupOf(harness());
      const all = await shown.page.evaluate(
        () =>
          new Promise<{ title: string }[]>((resolve, reject) => {
            const opening = indexedDB.open('wrapup');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const reading = opening.result.transaction('wrapUps').objectStore('wrapUps').getAll();
              reading.onsuccess = () => {
                opening.result.close();
                resolve(reading.result);
              };
            };
          }),
      );
      expect(await shown.page.$('.empty[role=alert]')).toBeNull();
      await shown.page.close();
      return all.map(({ title }) => title);
    };
    const page = await restore();
    await page.waitForSelector('#restore [role=progressbar], #restore progress');
    await harness().restart('kill');
    const after = await titles();
    expect(after.length === 1 || after.includes('From the backup')).toBe(true);
    await says(await restore(), 'Restored from');
    expect(await titles()).toContain('From the backup');
    const popup = await popupOf(harness());
    await popup.press(
      await popup.page.$eval('.switcher-button', (node) => node.textContent?.trim() ?? ''),
    );
    const option = await popup.find('option', 'From the backup');
    await option.click();
    await waitFor('the restored rows', async () => (await popup.rowTexts()).length === count + 1);
    await popup.page.close();
  });
});

/**
 * Makes reads of many rows, and of the house style, never end, as in Firefox (153) with a damaged
 * page in the database's file.
 */
const readsHang = `if (localStorage.getItem('reads hang')) {
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const name of ['getAll', 'getAllKeys', 'openCursor', 'openKeyCursor']) {
      prototype[name] = () => new EventTarget();
    }
  }
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (key) {
    return key === 'profile' ? new EventTarget() : get.call(this, key);
  };
}`;

function withHangingReads(name: BrowserName): string {
  const folder = changedExtension(name, () => ({}));
  writeFileSync(join(folder, 'hang.js'), readsHang);
  for (const page of ['popup', 'options', 'library']) {
    const file = join(folder, `${page}.html`);
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('<script', '<script src="/hang.js"></script><script'));
  }
  return folder;
}

describe.for(['chromium', 'firefox'] as const)('reads that never end (%s)', (name) => {
  let harness: Harness | undefined;
  let extensionDir = '';
  beforeAll(async () => {
    if (findBrowser(name) === undefined) return;
    extensionDir = withHangingReads(name);
    harness = await launch(name, { extensionDir });
    const driver = await popupOf(harness);
    await driver.press('New wrap-up');
    await driver.type('Your words', 'Ebb and flow', await driver.add('note'));
    await driver.saved();
    await driver.page.evaluate(() => localStorage.setItem('reads hang', 'yes'));
    await driver.page.close();
  });
  afterAll(async () => {
    await harness?.close();
    if (extensionDir) rmSync(extensionDir, { recursive: true, force: true });
  });

  it.for(['popup', 'options', 'library'])(
    'are reported in %s, with a next step',
    async (at, { skip }) => {
      if (harness === undefined) return skip('The browser is not there');
      const page = await harness.openOwn(`${at}.html`);
      await waitFor('the sentence', () =>
        page.evaluate(() => {
          const alert = document.querySelector('.empty[role=alert]');
          return alert?.querySelector('button')?.textContent?.trim() === 'Try again';
        }),
      );
      await page.evaluate(() => localStorage.removeItem('reads hang'));
      await new PopupDriver(page).press('Try again');
      await waitFor('the page', () =>
        page.evaluate(
          () => document.querySelector('main') && !document.querySelector('.empty[role=alert]'),
        ),
      );
      await page.evaluate(() => localStorage.setItem('reads hang', 'yes'));
      await page.close();
    },
  );
});
