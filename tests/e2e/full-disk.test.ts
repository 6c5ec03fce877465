import { afterAll, beforeAll, describe, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import type { Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { waitFor } from '../support/wait.ts';

/** Enough for a new profile. */
const megabytes = 300;

// Not Chromium (156): it closes the database for good once it cannot write it, and the draft, which needs the
// options, is not made then. What it says of a full disk is in overlays.test.ts.
describe('a disk that is full (firefox)', () => {
  const name = 'firefox';
  let disk: SmallDisk | undefined;
  let harness: Harness;
  beforeAll(async () => {
    if (findBrowser(name) !== undefined) disk = mountSmallDisk(megabytes);
    if (disk) harness = await launch(name, { profileDir: disk.folder });
  });
  afterAll(async () => {
    await harness?.close();
    disk?.remove();
  });
  const popup = async () => new PopupDriver(await harness.openOwn('popup.html'));

  it('lets one read, write on and take away', async ({ skip }) => {
    if (disk === undefined)
      skip('A small disk is mounted by root alone, for a browser that is there');
    const driver = await popup();
    await driver.settled();
    await driver.press('New wrap-up');
    await driver.saved();
    const note = await driver.add('note');
    await driver.type('Your words', 'Written before', note);
    await driver.saved();
    disk?.fill();
    await driver.type('Your words', 'Written while it is full', note);
    // Firefox (153) writes into what its files have already, and frees some of the disk.
    await waitFor('the sentence', async () => {
      disk?.fill();
      await driver.page.keyboard.type('.');
      return (await driver.status()).includes('The disk is full');
    });
    await driver.tab('Draft');
    await waitFor('the draft', () =>
      driver.page.evaluate(() => document.body.textContent?.includes('Written while it is full')),
    );

    disk?.free();
    // Firefox (153) may fail once more, without a reason, before it writes into the room that there is.
    await waitFor('what was typed to be saved', async () => {
      if ((await driver.status()).includes('Try again')) await driver.press('Try again');
      return (await driver.status()).includes('Saved');
    });
    const after = await popup();
    await after.tab('Draft');
    await waitFor('it', async () => (await after.draft()).includes('Written while it is full'));
  });
});
