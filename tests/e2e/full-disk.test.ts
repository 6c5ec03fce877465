import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import type { BrowserName, Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { copied } from '../support/copied.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { says } from '../support/says.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { waitFor } from '../support/wait.ts';

/** Enough for a new profile. */
const megabytes = 300;
const noDisk = 'A small disk is mounted by root alone, for a browser that is there';

function onSmallDisk(name: BrowserName) {
  let disk: SmallDisk | undefined;
  let harness: Harness | undefined;
  let end = () => {};
  // A profile of its own for each try: one whose disk was full is not as it was.
  beforeEach(async () => {
    const profile = findBrowser(name) && (name === 'chromium' ? chromiumProfile() : wholeProfile());
    if (!profile) return;
    disk = profile.disk;
    end = profile.remove;
    harness = await launch(name, { profileDir: profile.folder });
  });
  afterEach(async () => {
    // A browser that has ended by itself can't be closed.
    await harness?.close().catch(() => {});
    end();
  });
  const running = () => {
    if (!harness) throw new Error(`${name} did not start`);
    return harness;
  };
  return {
    disk: () => disk,
    harness: running,
    popup: async () => new PopupDriver(await running().openOwn('popup.html')),
  };
}

function wholeProfile() {
  const disk = mountSmallDisk(megabytes);
  return disk && { disk, folder: disk.folder, remove: disk.remove };
}

/**
 * The database on a disk that fills up, and the private files on one that has a little room left: Chromium (156)
 * ends by itself when its index of those cannot be written. The rest of the profile stays where it is, since
 * Chromium maps some of it into memory.
 */
function chromiumProfile() {
  const [database, files] = [mountSmallDisk(100), mountSmallDisk(100)];
  if (database === undefined || files === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-profile-'));
  mkdirSync(join(folder, 'Default'));
  symlinkSync(database.folder, join(folder, 'Default', 'IndexedDB'));
  symlinkSync(files.folder, join(folder, 'Default', 'File System'));
  const disk: SmallDisk = {
    folder,
    fill() {
      database.fill();
      files.fill(5_000_000);
    },
    free() {
      database.free();
      files.free();
    },
    remove() {
      database.remove();
      files.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return { disk, folder, remove: disk.remove };
}

/** Types into the note that is open until the page says that there is no room; browsers free some meanwhile. */
async function typeUntilFull(driver: PopupDriver, disk: SmallDisk): Promise<void> {
  await waitFor('the sentence', async () => {
    disk.fill();
    await driver.page.keyboard.type('.');
    return (await driver.status()).includes('The disk is full');
  });
}

/** Firefox (153) may fail once more, without a reason, before it writes into the room that there is. */
async function savedAtLast(driver: PopupDriver): Promise<void> {
  await waitFor('what was typed to be saved', async () => {
    await driver.pressIfThere('Try again');
    return (await driver.status()).includes('Saved');
  });
}

describe('a disk that is full (firefox)', () => {
  const { disk, popup } = onSmallDisk('firefox');

  it('lets one read, write on and take away', async ({ skip }) => {
    const small = disk();
    if (small === undefined) return skip(noDisk);
    const driver = await popup();
    await driver.settled();
    await driver.newWrapUp();
    const note = await driver.add('note');
    await driver.type('Your words', 'Written before', note);
    await driver.saved();
    small.fill();
    await driver.type('Your words', 'Written while it is full', note);
    await typeUntilFull(driver, small);
    await driver.tab('Draft');
    await says(driver.page, 'Written while it is full');

    small.free();
    await savedAtLast(driver);
    const after = await popup();
    await after.tab('Draft');
    await waitFor('it', async () => (await after.draft()).includes('Written while it is full'));
  });
});

// Chromium (156) closes a database that it cannot write, and opens none while there is no room.
describe('a disk that is full (chromium)', () => {
  const { disk, harness, popup } = onSmallDisk('chromium');

  it('lets one read the copy and take it away, and loses nothing', async ({ skip }) => {
    const small = disk();
    if (small === undefined) return skip(noDisk);
    const driver = await popup();
    await driver.settled();
    await driver.newWrapUp();
    const note = await driver.add('note');
    await driver.type('Your words', 'Written before', note);
    await driver.saved();
    await copied(driver.page, 'Written before');
    small.fill();
    await driver.type('Your words', 'Written while it is full', note);
    await typeUntilFull(driver, small);

    // The draft of the page that is open: what is stored, and what could not be.
    await driver.tab('Draft');
    await says(driver.page, 'Wrapup kept a copy of');
    await says(driver.page, 'Written while it is full');

    for (const path of ['popup.html', 'sidepanel.html']) {
      const page = await harness().openOwn('icon/16.png');
      await page.evaluateOnNewDocument(() => {
        new MutationObserver(() => {
          if (document.querySelector('[role=tab]')) Object.assign(window, { showedTabs: true });
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(`${harness().origin}/${path}`);
      await says(page, 'Your clips are still there');
      await says(page, 'Wrapup kept a copy of');
      expect(await page.evaluate(() => 'showedTabs' in window)).toBe(false);
      const summary = await page.waitForSelector('.copied-posts summary');
      await summary?.click();
      await says(page, 'Written before');
      if (path === 'popup.html') {
        await new PopupDriver(page).press('Save the copy as a file');
        await waitFor('the file', async () =>
          readdirSync(harness().downloadDir).some((file) => /^wrapup-copy-.*\.zip$/.test(file)),
        );
      }
      await page.close();
    }

    const waiting = await popup();
    await says(waiting.page, 'Your clips are still there');
    small.free();
    // Chromium may have damaged its files before it closed the database, and delete all of it now (ADR 57).
    const isGone = await waitFor('its rows, or that it is gone', async () => {
      if ((await waiting.rowTexts()).length === 1) return 'rows';
      return (await waiting.has('button', 'Bring it back')) && 'gone';
    }).then((end) => end === 'gone');
    if (isGone) {
      await waiting.press('Bring it back');
      await waitFor('its rows', async () => (await waiting.rowTexts()).length === 1);
    }
    await driver.page.bringToFront();
    // What was typed there waits in that page, which may ask the same.
    if (isGone && (await driver.has('button', 'Bring it back')))
      await driver.press('Bring it back');
    await savedAtLast(driver);
    await waitFor('it', async () => (await driver.draft()).includes('Written while it is full'));
    const after = await popup();
    await waitFor('the row', async () =>
      (await after.rowTexts()).join().includes('Written while it is full'),
    );
  });
});
