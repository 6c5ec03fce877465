import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { settingKeys } from '../../lib/store/setting-keys.ts';
import { axeViolations } from '../support/axe.ts';
import { hasHugo } from '../support/hugo.ts';
import { buildHugoSite, shownPictures } from '../support/hugo-site.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { type StoredPicture, storePictures } from '../support/stored-pictures.ts';
import { storedSetting } from '../support/stored-setting.ts';
import { waitFor } from '../support/wait.ts';

const guide = 'https://docs.tidepool.example/guide/';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M/AAAADAQEAyf6S7wAAAABJRU5ErkJggg==',
  'base64',
);
const layouts = {
  'Hugo: pictures in the static folder': (path: string) => path,
  'Hugo: leaf bundle with its pictures': (path: string) => path,
  // A site can add it as a folder.
  'Plain Markdown: pictures beside the file': (path: string) =>
    `content/plain/${path.replace(/^[^/]+\.md$/, 'index.md')}`,
};

inBothBrowsers('pictures', (harness, name) => {
  let page: Page;
  beforeEach(async () => {
    harness().site.addAll({
      [guide]: '<!doctype html><title>The ring buffer</title><p>Every append lands in a ring.',
      [`${guide}ring.png`]: { type: 'image/png', body: png },
    });
    page = await harness().open(guide);
  });

  const store = async (n: number, slug: string, pictures: readonly StoredPicture[]) => {
    const own = await harness().openOwn('popup.html');
    await own.waitForSelector('main.popup');
    const recording = { url: 'https://youtu.be/abc-DEF_123', picture: 'frame.png', pictureAlt: '' };
    await storePictures(own, n, { slug, title: slug, recording }, pictures);
    await own.close();
  };
  const draftTab = async () => {
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    await popup.draft();
    return popup;
  };
  /** Returns the tab that the popup opened, once it shows its purpose. */
  const openedTab = (hash: string) =>
    waitFor(`the tab ${hash}`, async () => {
      for (const each of await harness().pages()) {
        const isIt = (part: string) =>
          location.hash === part && document.querySelector('.draft-panel:not(.checks)') !== null;
        const found = each.evaluate(isIt, hash).catch(() => false);
        const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 500));
        if (await Promise.race([found, late])) return each;
      }
      return null;
    });
  const todo = (popup: PopupDriver) =>
    popup.page.$$eval('.draft-panel:not(.checks) li', (rows) =>
      rows.map((row) => row.textContent ?? ''),
    );
  const downloaded = (file: string): Promise<Uint8Array> =>
    waitFor(file, async () => {
      const path = join(harness().downloadDir, file);
      const bytes = existsSync(path) ? readFileSync(path) : null;
      return bytes && bytes.length > 0 ? new Uint8Array(bytes) : null;
    });
  const chooseLayout = async (layout: string) => {
    const options = await harness().openOwn('options.html');
    await options.waitForSelector('[data-field=layout]');
    const shown = () =>
      options.$eval('[data-field=layout]', (node) => (node as HTMLSelectElement).value);
    const before = await shown();
    await new PopupDriver(options).choose('Layout of the site', layout);
    const chosen = await shown();
    await waitFor('the layout to be saved', async () => {
      const profile = await storedSetting<{ layout: string }>(options, settingKeys.profile);
      return chosen === (profile?.layout ?? before);
    });
    await options.close();
  };

  describe.skipIf(!hasHugo())('the zip', () => {
    it.each(Object.entries(layouts))(
      'holds what the shown draft says and Hugo builds it: %s',
      async (layout, inSite) => {
        const slug = `Größe ${Object.keys(layouts).indexOf(layout)} 潮`;
        const fileName = slug
          .toLowerCase()
          .replace('ö', 'o')
          .replace('ß', 'ss')
          .replaceAll(' ', '-');
        await store(2, slug, [
          ['frame', { fileName: 'frame.png', hidden: true }],
          ['ring', { fileName: 'ring.png', note: 'The ring, once more: ![](/images/ring.png)' }],
          ['tide', { fileName: 'Ring.png', linkUrl: 'https://tides.example/' }],
          ['other', { fileName: 'größe 潮 (1).png' }],
          ['kept', { fileName: 'kept.png', hidden: true }],
        ]);
        await chooseLayout(layout);
        const popup = await draftTab();
        const plain = layout.startsWith('Plain');
        expect(await todo(popup)).toEqual(
          plain ? [expect.stringContaining('/images/ring.png starts at the root of a site')] : [],
        );
        const shown = await popup.draft();
        await popup.press('Download .zip with all files');
        const files = unzipSync(await downloaded(`${fileName}.zip`));
        await popup.press('Download .md');
        const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
        const post = Object.keys(files)[0] ?? '';
        expect(text(files[post])).toBe(shown);
        expect(text(await downloaded(`${fileName}.md`))).toBe(shown);
        await harness().closePopup();

        const site = new Map(Object.entries(files).map(([path, bytes]) => [inSite(path), bytes]));
        const { exitCode, output, published } = await buildHugoSite(site);
        expect(exitCode, output).toBe(0);
        expect(shownPictures(published)).toEqual([
          'frame',
          plain ? 'nothing at images/ring.png' : 'ring',
          'ring',
          'tide',
          'other',
        ]);
        expect([...published.values()].map(String)).toContain('kept');
      },
    );
  });

  describe('a picture without bytes', () => {
    const gone = (popup: PopupDriver) =>
      waitFor('the to-do to go', async () => (await todo(popup)).length === 0);

    it('is a to-do in the draft, and can be fetched again from its page', async () => {
      await store(3, 'fetched-again', [
        [null, { alt: 'The ring', fileName: 'ring.png', url: `${guide}ring.png` }],
        ['frame', { fileName: 'frame.png', hidden: true }],
      ]);
      const popup = await draftTab();
      expect(await popup.draft()).toContain(`![The ring](${guide}ring.png)`);
      expect(await todo(popup)).toEqual([
        expect.stringContaining('The ring The ring buffer has no'),
      ]);
      expect(await axeViolations(popup.page)).toEqual([]);
      await popup.press('Try again to fetch “The ring”');
      await gone(popup);
      await waitFor('the picture’s path', async () =>
        (await popup.draft()).includes('![The ring](/images/ring.png)'),
      );
      await popup.press('Undo');
      await waitFor('the to-do again', async () => (await todo(popup)).length === 1);
      await harness().closePopup();
    });

    it('can be replaced by a file, which is still there when the popup is opened again', async () => {
      await store(4, 'chosen', [
        [null, { alt: 'The ring', fileName: 'ring.jpg', url: '' }],
        ['frame', { fileName: 'frame.png', hidden: true }],
      ]);
      const folder = mkdtempSync(join(tmpdir(), 'wrapup-file-'));
      writeFileSync(join(folder, 'chosen.png'), png);
      let popup = await draftTab();
      expect(await popup.draft()).toContain('](/images/ring.jpg)');
      if (name === 'firefox') {
        // There the file picker would close the popup.
        await popup.press('Choose a file for “The ring”');
        const tab = await openedTab('#pictures');
        popup = new PopupDriver(tab);
      }
      const input = await waitFor('the file input', () => popup.page.$('.panels input[type=file]'));
      await (input as ElementHandle<HTMLInputElement>).uploadFile(join(folder, 'chosen.png'));
      await gone(popup);
      rmSync(folder, { recursive: true });
      if (name === 'firefox') await popup.page.close();
      await harness().closePopup();
      popup = await draftTab();
      expect(await todo(popup)).toEqual([]);
      expect(await popup.draft()).toContain('](/images/ring.png)');
      await harness().closePopup();
    });
  });

  const storeMuch = () => {
    const large = 'x'.repeat(4 * 1024 * 1024);
    const many = Array.from(
      { length: 300 },
      (_, at): StoredPicture => [large, { fileName: `large-${at}.png` }],
    );
    return store(5, 'large', many);
  };

  it('a large export shows its progress, and can be cancelled', async () => {
    await storeMuch();
    const popup = await draftTab();
    await popup.press('Download .zip with all files');
    await waitFor('the progress', () => popup.page.$('[role=progressbar][aria-valuenow]'));
    await popup.press('Cancel');
    await waitFor('the word on it', async () => (await popup.status()).includes('Cancelled'));
    expect(await popup.page.$('[role=progressbar]')).toBeNull();
    expect(readdirSync(harness().downloadDir).filter((each) => each.startsWith('large'))).toEqual(
      [],
    );
    await harness().closePopup();
  });

  it('a large export ends with the popup, leaves nothing incomplete, and can be repeated', async () => {
    await storeMuch();
    const popup = await draftTab();
    await popup.press('Download .zip with all files');
    await waitFor('the word on it', async () =>
      ((await popup.page.$eval('.draft-panels', (panel) => panel.textContent)) ?? '').includes(
        'Keep Wrapup open',
      ),
    );
    await harness().closePopup();
    const again = await draftTab();
    expect(await again.page.$('[role=progressbar]')).toBeNull();
    expect(readdirSync(harness().downloadDir).filter((each) => each.startsWith('large'))).toEqual(
      [],
    );
    await again.press('Download .zip with all files');
    await waitFor('the progress', () => again.page.$('[role=progressbar][aria-valuenow]'));
    await again.press('Cancel');
    await harness().closePopup();
  });

  if (name === 'firefox') {
    it('there is no button for a folder if the browser does not support it', async () => {
      await store(6, 'no-folder', [['frame', { fileName: 'frame.png' }]]);
      const popup = await draftTab();
      expect(await popup.has('button', 'Save to the site’s folder')).toBe(false);
      await harness().closePopup();
    });
  } else {
    describe('the site’s folder', () => {
      const post = 'content/posts/in-folder.md';
      const save = 'Save to the site’s folder';
      let tab: Page;
      let driver: PopupDriver;

      /** A folder of the browser's own replaces the one that a picker would return. */
      const openTab = async () => {
        tab = await harness().openOwn('popup.html');
        await tab.evaluateOnNewDocument(() => {
          const picker = async () =>
            (await navigator.storage.getDirectory()).getDirectoryHandle('blog', { create: true });
          Object.assign(window, { showDirectoryPicker: picker });
        });
        await tab.reload();
        await tab.waitForSelector('main.popup [role=tab]');
        driver = new PopupDriver(tab);
        await driver.tab('Draft');
        await driver.draft();
      };
      /** Changes a file as the user would in an editor; null reads it. */
      const inFolder = (path: string, text: string | null) =>
        tab.evaluate(
          async (where, words) => {
            const root = await navigator.storage.getDirectory();
            const parts = `blog/${where}`.split('/');
            let folder = root;
            for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
            const file = await folder.getFileHandle(parts.at(-1) ?? '');
            if (words !== null) {
              const stream = await file.createWritable();
              await stream.write(words);
              await stream.close();
            }
            return (await file.getFile()).text();
          },
          path,
          text,
        );
      const said = (words: string, where = driver) =>
        waitFor(words, async () =>
          (
            (await where.page.$eval('.draft-panel:not(.checks)', (panel) => panel.textContent)) ??
            ''
          ).includes(words),
        );

      /** Writes the whole post once, into a folder that is chosen then. */
      const saved = async () => {
        await openTab();
        await driver.press(save);
        await said('blog: 3 files changed.');
      };

      beforeEach(async () => {
        await store(6, 'in-folder', [
          ['frame', { fileName: 'frame.png', hidden: true }],
          ['ring', { fileName: 'ring.png' }],
        ]);
      });

      it('is chosen once; then one click writes only what changed', async () => {
        await saved();
        expect(await inFolder('static/images/ring.png', null)).toBe('ring');
        expect(await inFolder(post, null)).toBe(await driver.draft());
        await driver.press(save);
        await said('blog: 0 files changed, 3 unchanged.');
        expect(await axeViolations(tab)).toEqual([]);
      });

      it('is also written to from the popup, if there is no question to ask', async () => {
        await saved();
        await tab.close();
        const popup = await draftTab();
        await popup.press(save);
        await said('blog: 0 files changed, 3 unchanged.', popup);
        await harness().closePopup();
      });

      it('keeps files that were changed by hand until the user says which version stays', async () => {
        await saved();
        await inFolder(post, 'My own words\n');
        await driver.press(save);
        await said('Not touched yet');
        expect(await inFolder(post, null)).toBe('My own words\n');
        await driver.press(`Keep mine: ${post}`);
        await said('blog: 0 files changed, 2 unchanged, 1 kept as yours.');
        expect(await inFolder(post, null)).toBe('My own words\n');
        await inFolder(post, 'Other words\n');
        await driver.press(save);
        await driver.press(`Overwrite ${post}`);
        await said('blog: 1 file changed, 2 unchanged.');
        expect(await inFolder(post, null)).toBe(await driver.draft());
      });

      it('contains unused files after the slug has changed, and Wrapup lists them', async () => {
        await saved();
        await driver.tab('Details');
        await driver.type('Slug', 'renamed');
        await driver.saved();
        await driver.tab('Draft');
        await driver.draft();
        await driver.press(save);
        await said('blog: 1 file changed, 2 unchanged.');
        await said(post);
        expect(await inFolder(post, null)).not.toBe('');
      });

      it('is reported if it is missing, or if a folder is in the way', async () => {
        await saved();
        await tab.evaluate(async () => {
          const root = await navigator.storage.getDirectory();
          const blog = await root.getDirectoryHandle('blog');
          const images = await (await blog.getDirectoryHandle('static')).getDirectoryHandle(
            'images',
          );
          await images.removeEntry('ring.png');
          await images.getDirectoryHandle('ring.png', { create: true });
        });
        await driver.press(save);
        await said('static/images/ring.png was not written. A folder has this name');
        await tab.evaluate(async () => {
          const root = await navigator.storage.getDirectory();
          await root.removeEntry('blog', { recursive: true });
        });
        await driver.press(save);
        await said('The folder no longer exists.');
        await said('3 files were not written.');
        await tab.close();
      });

      it('is chosen in a tab, which the picker does not close', async () => {
        const popup = await draftTab();
        await popup.press(save);
        const opened = await openedTab('#folder');
        await new PopupDriver(opened).find('button', 'Choose the site’s folder');
        await opened.close();
      });
    });
  }
});
