import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import { headName } from '../../lib/backup/library-format.ts';
import { databaseName } from '../../lib/store/database.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { changedExtension } from '../support/changed-extension.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { says } from '../support/says.ts';
import { waitFor } from '../support/wait.ts';

const dayMs = 86_400_000;

// The question whether Wrapup may download, and the dialog for choosing a folder, belong to the
// browser: in Chromium (156) a driver can neither answer nor choose. The permission is granted
// beforehand there, and a folder of the origin's own files, whose handle has the same methods,
// replaces the chosen one.
describe.for(['chromium', 'firefox'] as const)('automatic backups (%s)', (name) => {
  let harness: Harness;
  let folder = '';
  beforeAll(async () => {
    if (findBrowser(name) === undefined) return;
    if (name === 'chromium') {
      folder = changedExtension(name, ({ permissions, optional_permissions }) => ({
        permissions: [...permissions, 'downloads'],
        optional_permissions: optional_permissions.filter((each) => each !== 'downloads'),
      }));
    }
    harness = await launch(name, folder ? { extensionDir: folder } : {});
    const driver = new PopupDriver(await harness.openOwn('popup.html'));
    await driver.press('New wrap-up');
    await driver.type('Your words', 'Ebb and flow', await driver.add('note'));
    await driver.saved();
    await driver.page.close();
  });
  afterAll(async () => {
    await harness?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const library = async () => new PopupDriver(await harness.openOwn('library.html'));
  const isBackup = (bytes: Buffer) =>
    bytes.subarray(0, 2).toString() === 'PK' && bytes.includes(headName);
  const downloads = () =>
    readdirSync(harness.downloadDir)
      .filter((file) => /^wrapup-backup-[-\d]+( ?\(\d\))?\.zip$/.test(file))
      .map((file) => join(harness.downloadDir, file))
      .filter((file) => statSync(file).size > 0 && isBackup(readFileSync(file)));
  const deleteDownloads = () => {
    for (const file of downloads()) rmSync(file);
  };
  /** Pretends that the last backup was made this many days ago. */
  const age = (page: Page, days: number) =>
    page.evaluate(
      async (database, at) => {
        const done = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const db = await done(indexedDB.open(database));
        const settings = db.transaction('settings', 'readwrite').objectStore('settings');
        const row = await done(settings.get('lastBackup'));
        await done(settings.put({ ...row, value: { ...row.value, at } }));
        db.close();
      },
      databaseName,
      new Date(Date.now() - days * dayMs).toISOString(),
    );

  it('are downloaded each week, by the first page that is opened on that day', async ({ skip }) => {
    if (harness === undefined) return skip('The browser is not there');
    const driver = await library();
    await driver.press('Every week, as a download');
    await says(driver.page, 'Every week, as a download: ');
    // There was none before, so the first is due at once.
    await waitFor('the first', async () => downloads().length === 1);
    await says(driver.page, 'Last backup: today');
    await driver.page.close();
    deleteDownloads();

    const again = await library();
    await says(again.page, 'Last backup: today');
    await again.settled();
    expect(downloads()).toEqual([]);
    await age(again.page, 8);
    await again.page.close();
    // The popup in a tab.
    const own = new PopupDriver(await harness.openOwn('popup.html'));
    await waitFor('the next', async () => downloads().length === 1);
    await own.page.close();
    const after = await library();
    await says(after.page, 'Last backup: today');
    expect(await after.has('button', 'Back up now')).toBe(false);
    await after.page.close();
  });

  it.skipIf(name === 'firefox')('are written each day into a folder', async ({ skip }) => {
    if (harness === undefined) return skip('The browser is not there');
    const page = await harness.openOwn('icon/16.png');
    await page.evaluateOnNewDocument(() => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }),
      });
    });
    await page.goto(`${harness.origin}/library.html`);
    await new PopupDriver(page).press('Every day, into a folder');
    await says(page, 'Every day into the folder you chose.');
    const written = () =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const chosen = await root.getDirectoryHandle('chosen', { create: true });
        for await (const handle of chosen.values()) {
          if (!/^wrapup-backup-[a-z]+day\.zip$/.test(handle.name)) continue;
          const file = await (handle as FileSystemFileHandle).getFile();
          const isZip = (await file.slice(0, 2).text()) === 'PK';
          const bytes = new Uint8Array(await file.arrayBuffer());
          const names = new TextDecoder('latin1').decode(bytes);
          if (isZip && names.includes('wrapup.json')) return file.lastModified;
        }
        return 0;
      });
    const first = await waitFor('the first', written);
    await age(page, 1);
    const own = await harness.openOwn('popup.html');
    await waitFor('the next', async () => (await written()) > first);
    await own.close();
    await page.close();
  });
});
