import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import { builtExtension } from '../support/binaries.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { launch } from '../support/browsers/launch.ts';
import { changedExtension } from '../support/changed-extension.ts';
import { confirmed } from '../support/confirmation.ts';
import { openInTab, openPopup } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const address = 'https://tides.example/';
const html = '<!doctype html><title>Tides</title><p>The ebb is late. The flood is early.</p>';
const builds = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

describe.for(['chromium', 'firefox'] as const)('an update from the version before (%s)', (name) => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Returns the previously released version, if `npm run release` has built it; else this one, with
   * an older number.
   */
  const versionBefore = () => {
    const released = process.env.VERSION_BEFORE;
    if (!released) return changedExtension(name, () => ({ version: '0.0.1' }));
    const folder = mkdtempSync(join(tmpdir(), 'wrapup-extension-'));
    cpSync(join(released, builds[name]), folder, { recursive: true });
    return folder;
  };

  // It presses the previous version's controls by their names in this one.
  it('keeps clips, what was typed last, and the pages one reads; and clips on in them', async ({
    skip,
  }) => {
    if (findBrowser(name) === undefined) return skip('The browser is not there');
    const extensionDir = versionBefore();
    folders.push(extensionDir);
    const harness = await launch(name, { extensionDir });
    try {
      harness.site.add(address, html);
      const page = await harness.open(address);
      const clip = async (words: string) => {
        await selectText(page, { from: words });
        await harness.shortcut(page);
        await confirmed(harness, page, 'Clipped to');
      };
      await clip('The ebb is late.');
      const old = await openInTab(harness);
      await old.type('Your words', 'Noted at sea', await old.add('note'));

      rmSync(extensionDir, { recursive: true });
      cpSync(builtExtension(name), extensionDir, { recursive: true });
      await page.browser().installExtension(extensionDir);
      const { version: versionNow } = JSON.parse(
        readFileSync(join(extensionDir, 'manifest.json'), 'utf8'),
      );
      await waitFor('the new version', async () => {
        const own = await harness.openOwn('manifest.json');
        const version = await own.evaluate(() => chrome.runtime.getManifest().version);
        await own.close();
        return version === versionNow;
      });

      const popup = await openPopup(harness, page);
      expect(await popup.rowTexts()).toEqual(['The ebb is late.', 'Noted at sea']);
      await popup.tab('Draft');
      expect(await popup.draft()).toMatch(/The ebb is late\.[\s\S]*Noted at sea/);
      await popup.tab('Clips');
      await harness.closePopup();
      await clip('The flood is early.');
      const again = await openPopup(harness, page);
      expect(await again.rowTexts()).toHaveLength(3);
      const shown = await Promise.all(
        (await harness.pages()).map((each) =>
          each.evaluate(() => location.pathname).catch(() => ''),
        ),
      );
      expect(shown).not.toContain('/welcome.html');
    } finally {
      await harness.close();
    }
  });
});
