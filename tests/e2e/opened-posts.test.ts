import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { keepPicture } from '../support/looked-at.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { announces } from '../support/says.ts';
import { waitFor } from '../support/wait.ts';

const fixtures = new URL('../fixtures/posts/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, fixtures), 'utf8');
const bodyOf = (name: string) => fixture(name).replace(/^---\n[\s\S]*?\n---\n/, '');

/** Each construct of our posts, in one file. */
const everything = [
  fixture('intro-and-footer.md'),
  ...['bullets-lazy.md', 'bullets-other-marks.md', 'comments.md', 'footnotes.md', 'html-blocks.md'],
  ...['moments.md', 'numbers.md', 'pictures.md', 'quote-forms.md', 'quote-with-attribution.md'],
  ...['references.md', 'rules.md', 'setext.md', 'shortcodes.md', 'table.md', 'talks.md', 'code.md'],
].reduce((text, name) => text + bodyOf(name));

const folder = mkdtempSync(join(tmpdir(), 'wrapup-posts-'));
const asFile = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

inBothBrowsers('opened posts', (harness) => {
  const open = (hash?: string) => openInTab(harness(), hash);
  const choose = async ({ page }: PopupDriver, ...paths: string[]) => {
    const input = await page.waitForSelector('main > input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
  };
  /** Returns the file that the draft's button downloads. */
  const download = async (popup: PopupDriver, name: string): Promise<string> => {
    const before = readdirSync(harness().downloadDir);
    await popup.tab('Draft');
    await popup.draft();
    await popup.press('Download .md');
    return waitFor(name, async () => {
      const files = readdirSync(harness().downloadDir);
      const file = files.find(
        (each) =>
          !before.includes(each) && each.startsWith(name.slice(0, 8)) && each.endsWith('.md'),
      );
      // Firefox creates the file first, and fills it under another name.
      if (!file || files.some((each) => each.endsWith('.part'))) return null;
      return readFileSync(join(harness().downloadDir, file), 'utf8') || null;
    });
  };
  const changes = (one: string, other: string) =>
    other.split('\n').flatMap((line, at) => (line === one.split('\n')[at] ? [] : [line]));

  it('change one line for one word, and one line for one field', { timeout: 120_000 }, async () => {
    const popup = await open();
    const { page } = popup;
    await popup.press('More');
    await popup.find('menuitem', 'Open a post…');
    await page.keyboard.press('Escape');
    await choose(popup, asFile('2031-03-02-ferrets.md', everything));
    await announces(page, 'Opened “');
    await popup.tab('Clips');
    await popup.settled();
    expect(await axeViolations(page)).toEqual([]);
    expect(await download(popup, '2031-03-02-ferrets.md')).toBe(everything);

    await popup.tab('Clips');
    await popup.press('Search in the clips');
    await popup.type('Search in these clips', 'a first point');
    await waitFor('the one row', async () => {
      const texts = await popup.rowTexts();
      return texts.length === 1 && texts[0]?.startsWith('a first point');
    });
    const row = await popup.openRow(0);
    const field = (await row.$('textarea')) as ElementHandle<HTMLTextAreaElement>;
    await field.focus();
    await field.evaluate((node) => {
      const start = node.value.indexOf('goes');
      node.setSelectionRange(start, start + 'goes'.length);
    });
    await page.keyboard.type('went');
    await popup.saved();
    await page.keyboard.press('Escape');
    const edited = await download(popup, '2031-03-02-ferrets.md');
    expect(changes(everything, edited)).toEqual(['* a first point that went on']);

    await popup.tab('Details');
    await popup.settled();
    expect(await page.$eval('form .hint', (node) => node.textContent)).toContain('ferrets.md');
    expect(await axeViolations(page)).toEqual([]);
    await popup.type('Title', 'Ferrets, again');
    await popup.saved();
    const titled = await download(popup, '2031-03-02-ferrets.md');
    expect(changes(edited, titled)).toEqual(['title: "Ferrets, again"']);
    await popup.copy('Copy front matter');
    const copied = await harness().clipboard();
    expect(titled.startsWith(copied) && copied.endsWith('---\n')).toBe(true);
    await page.close();
  });

  it('offer what their first sentences say, and apply only what is ticked', {
    timeout: 120_000,
  }, async () => {
    const popup = await open();
    const { page } = popup;
    const text = fixture('intro-and-footer.md');
    await choose(popup, asFile('evening.md', text));
    await announces(page, 'Opened “Ferret Evening #1 wrap-up”');
    await popup.tab('Details');
    await page.waitForSelector('.fill-row');
    const offered = await page.$$eval('.fill-row', (rows) =>
      rows.map((row) => [row.textContent, row.querySelector('input')?.checked]),
    );
    expect(offered).toEqual([
      ['EventFerret Evening #1 · events.example/1', false],
      ['Starts2031-03-02 19:00', false],
      ['VenueThe Shed · shed.example', false],
      ['SpeakerAda Berg · ada.example', false],
    ]);
    expect(await axeViolations(page)).toEqual([]);
    await keepPicture(page, 'first sentences');
    const boxes = await page.$$('.fill-row input');
    await boxes[2]?.click();
    await popup.press('Use what is ticked');
    await announces(page, 'Filled in from the post');
    const shownIn = (field: string) =>
      page.$eval(`[data-field="${field}"]`, (node) => (node as HTMLInputElement).value);
    expect(await shownIn('venue.name')).toBe('The Shed');
    expect(await shownIn('event.name')).toBe('');

    // After dismissing, they stay hidden until that is undone.
    await popup.press('Use none of this');
    await announces(page, 'is no longer offered');
    await waitFor('the offers to go', async () => (await page.$('.fill-row')) === null);
    await popup.press('Undo');
    await page.waitForSelector('.fill-row');
    await popup.press('Use none of this');
    await waitFor('the offers to go again', async () => (await page.$('.fill-row')) === null);
    await popup.saved();
    expect(await download(popup, 'evening.md')).toBe(text);
    await page.close();
    const again = await open();
    await again.tab('Details');
    await again.page.waitForSelector('[data-field="venue.name"]');
    await again.settled();
    expect(await again.page.$('.fill-row')).toBeNull();
    await again.page.close();
  });

  it('are exported unchanged, with their line ends and byte order mark', {
    timeout: 120_000,
  }, async () => {
    const popup = await open();
    for (const name of ['crlf.md', 'byte-order-mark.md', 'toml.md']) {
      const text = fixture(name);
      const own = `${name.slice(0, -3)}-opened.md`;
      await choose(popup, asFile(own, text));
      await announces(popup.page, 'Opened “');
      await popup.settled();
      expect(await download(popup, own)).toBe(text);
      await popup.press('Dismiss');
    }
    await popup.page.close();
  });

  it('are confirmed if there are several, and reported if they can’t be opened', async () => {
    // Like the page that Firefox's popup opens, because that closes over a file picker.
    const popup = await open('#post');
    const { page } = popup;
    await popup.find('button', 'Choose files');
    expect(await axeViolations(page)).toEqual([]);
    await choose(
      popup,
      asFile('twice.md', 'Twice\n'),
      asFile('again.md', 'Twice\n'),
      asFile('wide.md', new Uint8Array([0xff, 0xfe, 0x61, 0])),
      asFile('picture.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
      asFile('long.md', new Uint8Array(5_000_000).fill(0x61)),
      asFile('broken.md', '---\ntitle: [\n---\n\nBroken\n'),
      asFile('empty.md', ''),
    );
    await announces(page, 'Open 7 posts?');
    await popup.press('Open');
    await announces(page, 'again.md is open already, as “twice”');
    await announces(page, 'wide.md is text in UTF-16');
    await announces(page, 'picture.md is not a text file');
    await announces(page, 'long.md is longer than 2 MB');
    await announces(page, 'front matter of broken.md can’t be read (line 3)');
    await announces(page, 'Opened 3 posts');
    expect(await axeViolations(page)).toEqual([]);
    await popup.press('Dismiss');
    await popup.press('Undo');
    await waitFor('them to be gone', async () => !(await page.content()).includes('broken'));
    await page.close();
  });

  it('are opened from a dropped file, and other files are not', async () => {
    const popup = await open();
    const { page } = popup;
    const drop = (name: string, text: string) =>
      page.evaluate(
        (file, content) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], file));
          const init = { dataTransfer, bubbles: true, cancelable: true };
          document.querySelector('main')?.dispatchEvent(new DragEvent('drop', init));
        },
        name,
        text,
      );
    await drop('a.pdf', 'x');
    await announces(page, 'Files belong to a wrap-up');
    await drop('dropped.md', '# Dropped here\n');
    await announces(page, 'Opened “Dropped here”');
    await page.close();
  });
});
