import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { closedRootViolations } from '../support/closed-root-axe.ts';
import { clickInConfirmation } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { confirmationHost } from '../support/overlays.ts';
import { createPdf, type PdfDraft } from '../support/pdf.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storedText } from '../support/stored-text.ts';
import { waitFor } from '../support/wait.ts';

const address = 'https://papers.example/2024/tides.pdf';
const lines = [
  'Tides repeat, and so do the que-',
  'ries about them: interoper-',
  'ability comes first.',
];
const words = 'Tides repeat, and so do the queries about them: interoperability comes first.';
const draft: PdfDraft = {
  pages: [['A paper about tides', 'Ada Example'], lines, ['Some closing words.']],
  title: 'A paper about tides',
  author: 'Ada Example; Bo Example',
  created: "D:20250103120000+01'00'",
  deflated: true,
};
const folder = mkdtempSync(join(tmpdir(), 'wrapup-private-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Selects text of a page of the PDF. Chromium's viewer does not reveal its selection. */
async function select(harness: Harness, page: Page, number: number) {
  if (harness.name === 'chromium') {
    const body = await page.$('body');
    if (!body) throw new Error('The viewer shows nothing');
    return body;
  }
  // A quick drag selects nothing in Firefox's viewer.
  const layer = `.page[data-page-number="${number}"] .textLayer`;
  await page.waitForSelector(`${layer} span + br + span`);
  let last = '';
  await waitFor('the words to stand still in view', () =>
    // The viewer scrolls to the page in its address when it reaches it.
    page
      .$eval(
        layer,
        (node, before) => {
          const first = node.querySelector('span') as Element;
          const { top, left, height } = first.getBoundingClientRect();
          const inView = top > 60 && top + height < innerHeight - 60;
          if (!inView) first.scrollIntoView({ block: 'center', behavior: 'instant' });
          const now = `${inView} ${top} ${left}`;
          return { now, still: inView && now === before };
        },
        last,
      )
      .then(async ({ now, still }) => {
        last = now;
        await new Promise((resolve) => setTimeout(resolve, 150));
        return still;
      }),
  );
  await page.$eval(layer, (node) => void getSelection()?.selectAllChildren(node));
  return (await page.$(`${layer} span`)) as ElementHandle<Element>;
}

/** Chooses "Clip selection" on the words of the second page. */
async function chooseClip(harness: Harness, page: Page): Promise<void> {
  // It is still open, although a user would have clicked elsewhere long ago; no outcome would be
  // shown over it.
  await harness.closePopup();
  const target = await select(harness, page, 2);
  await harness.menu(page, 'clip-selection', target, lines.join('\n'));
  if (harness.name === 'chromium') return;
  // Firefox lets nothing into its viewer, so a popup shows the outcome. It appears after the clip
  // was counted, so opening another popup at that moment would give this one, or leave it in a
  // window over everything that follows.
  const outcome = await harness.outcome();
  if ((await outcome.evaluate(() => location.hash)) === '#window') await outcome.close();
  else await harness.closePopup();
}

/** Does the same for a new clip. */
async function clipWords(harness: Harness, page: Page): Promise<void> {
  const before = Number(await harness.badge());
  await chooseClip(harness, page);
  await waitFor('the clip to be counted', async () => Number(await harness.badge()) === before + 1);
}

/** Returns the draft with each of its quotes in one line. */
const unfilled = (text: string) => text.replace(/(?<=\S)\n> /g, ' ');

const fieldText = async (popup: PopupDriver, name: string, row: ElementHandle<Element>) =>
  (await popup.find('textbox', name, row)).evaluate((node) => (node as HTMLInputElement).value);

const said = (popup: PopupDriver, sentence: string) =>
  waitFor(`"${sentence}"`, () =>
    popup.page.$eval(
      '.read-pdf [role=status]',
      (node, text) => (node.textContent ?? '').includes(text),
      sentence,
    ),
  );

inBothBrowsers('a PDF', (harness) => {
  it('is clipped through the context menu, with its lines joined, and the page at which it was opened', async () => {
    harness().site.add(address, { type: 'application/pdf', body: createPdf(draft) });
    const page = await harness().open(`${address}#page=2`);
    await clipWords(harness(), page);

    let popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    expect(await popup.rowTexts()).toEqual([words]);
    await popup.tab('Draft');
    expect(unfilled(await popup.draft())).toContain(
      `> ${words} -- [papers.example/2024/tides.pdf](${address}#page=2)`,
    );
    await harness().closePopup();
    await page.close();

    // The same words from the paper opened elsewhere are a duplicate.
    const again = await harness().open(address);
    await chooseClip(harness(), again);
    popup = await openPopup(harness(), again);
    await popup.tab('Clips');
    expect(await popup.rows()).toHaveLength(1);
  });

  let tries = 0;
  it('asks for the page number if it is not known', async () => {
    // A second try must not be a duplicate of the first.
    const other = `https://papers.example/2024/ebb-${++tries}.pdf`;
    const before = Number(await harness().badge());
    harness().site.add(other, { type: 'application/pdf', body: createPdf(draft) });
    const page = await harness().open(other);
    await chooseClip(harness(), page);
    if (harness().name === 'chromium') {
      // The confirmation shows in Chromium's viewer; nothing of ours can show in Firefox's.
      await waitFor('the field to have the keyboard', async () => {
        await clickInConfirmation(harness(), page, 'Page');
        return harness().inClosedRoot(
          page,
          confirmationHost,
          (root) => root.activeElement?.localName === 'input',
        );
      });
      await page.keyboard.type('2');
      await waitFor('the page to be saved', () =>
        harness().inClosedRoot(page, confirmationHost, (root) =>
          (root.textContent ?? '').includes('Saved'),
        ),
      );
      // The field has the focus, so the confirmation stays meanwhile.
      expect(await closedRootViolations(harness(), page, confirmationHost)).toEqual({
        light: [],
        dark: [],
      });
      await page.bringToFront();
    }
    await waitFor(
      'the clip to be counted',
      async () => Number(await harness().badge()) === before + 1,
    );
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    if (harness().name === 'firefox') {
      await popup.press('Add the page', await popup.row(-1));
      await waitFor('the page’s field to have the keyboard', () =>
        popup.page.evaluate(() => document.activeElement?.matches('[data-field=page]')),
      );
      await popup.page.keyboard.type('2');
      await popup.saved();
    }
    expect(await popup.has('button', 'Add the page')).toBe(false);
    await popup.tab('Draft');
    expect(unfilled(await popup.draft())).toContain(`](${other}#page=2)`);
  });

  it('is read for title, authors, date and page when asked, and that can be undone', async () => {
    const unread = `https://archive.example/get?id=${++tries}`;
    // An address that does not reveal that it is a PDF's.
    harness().site.add(unread, { type: 'application/pdf', body: createPdf(draft) });
    const page = await harness().open(unread);
    await clipWords(harness(), page);
    const popup = await openPopup(harness(), page);
    await harness().site.attach(popup.page);
    await popup.tab('Clips');
    const row = await popup.openRow(-1);
    await popup.press('Read from the PDF', row);
    if (harness().name === 'firefox') {
      await said(popup, 'cannot be read from here');
      await popup.press('Allow for archive.example', row);
    }
    await said(popup, 'authors, date, page 2.');
    // The access for this one reading was given back.
    expect(await popup.page.evaluate(() => chrome.permissions.getAll())).toMatchObject({
      origins: [],
    });
    expect(await fieldText(popup, 'Page', row)).toBe('2');
    expect(await fieldText(popup, 'Published', row)).toBe('2025-01-03');
    expect(await fieldText(popup, 'Title of the paper', row)).toBe('A paper about tides');
    expect(await fieldText(popup, 'Authors', row)).toBe('Ada Example, Bo Example');
    await popup.choose('Cite source as', 'Page title', row);
    await popup.saved();
    await popup.tab('Draft');
    expect(unfilled(await popup.draft())).toContain(
      `-- [A paper about tides](${unread}#page=2) (2025)`,
    );
    await popup.press('Undo');
    await popup.tab('Clips');
    expect(await fieldText(popup, 'Page', await popup.row(-1))).toBe('');
    expect(await fieldText(popup, 'Published', await popup.row(-1))).toBe('');
  });

  it('on the note-taker’s own disk is named by its file name, and can be read, too', async () => {
    const file = join(folder, 'river tides.pdf');
    const { title: _, ...untitled } = draft;
    writeFileSync(file, createPdf(untitled));
    const page = await harness().openBare(pathToFileURL(file).href);
    await page.bringToFront();
    await clipWords(harness(), page);
    await harness().closePopup();

    const popup = new PopupDriver(await harness().openOwn('popup.html'));
    await popup.page.waitForSelector('main.popup [role=tab]');
    await popup.tab('Clips');
    await popup.settled();
    const row = await popup.openRow(-1);
    expect(await row.$eval('.src', (node) => node.textContent)).toContain('river tides.pdf');
    expect(await axeViolations(popup.page)).toEqual([]);
    const chooser = (await row.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    const read = async (pdf: PdfDraft, name: string) => {
      const path = join(folder, name);
      writeFileSync(path, createPdf(pdf));
      await chooser.uploadFile(path);
    };
    await read({ ...untitled, encrypted: true }, 'encrypted.pdf');
    await said(popup, 'This PDF is encrypted');
    await read({ ...untitled, pages: [[], []] }, 'scan.pdf');
    await said(popup, 'It has no text');
    const many = Array.from({ length: 500 }, (_, at) => (at === 416 ? lines : [`Page ${at + 1}`]));
    await read({ ...untitled, pages: many, brokenXref: true }, 'many.pdf');
    await said(popup, 'page 417');
    writeFileSync(join(folder, 'page.pdf'), '<!doctype html><title>Sign in</title>');
    await chooser.uploadFile(join(folder, 'page.pdf'));
    await said(popup, 'This is no PDF, or a broken one');
    expect(await fieldText(popup, 'Page', row)).toBe('417');
    await popup.saved();
    await popup.tab('Draft');
    expect(unfilled(await popup.draft())).toContain(`> ${words} -- river tides.pdf (2025)`);
    const stored = await storedText(popup.page);
    expect(stored).toContain('river tides.pdf');
    expect(stored).not.toMatch(/private-papers|file:/);
  });

  it('is the same paper as its abstract page, and dated as the options say', async () => {
    const abstract = 'https://arxiv.org/abs/2501.01234';
    const pdf = 'https://arxiv.org/pdf/2501.01234v2';
    harness()
      .site.add(
        abstract,
        `<!doctype html><html lang="en"><title>[2501.01234] Tidal queries</title>
        <meta name="citation_title" content="Tidal queries"><meta name="citation_author" content="Example, Ada">
        <meta name="citation_date" content="2025/01/03"><meta name="citation_pdf_url" content="${pdf}">
        <main><h1 class="title">Tidal queries</h1><p>What the ebb leaves.</p></main>`,
      )
      .add(pdf, { type: 'application/pdf', body: createPdf({ ...draft, title: '' }) });
    const page = await harness().open(pdf);
    await clipWords(harness(), page);
    const about = await harness().open(abstract);
    await harness().shortcut(about);
    await waitFor('both to be counted', async () => Number(await harness().badge()) >= 2);
    await harness().closePopup();

    const options = new PopupDriver(await harness().openOwn('options.html'));
    await options.choose('Date after a paper’s link', 'Month and year: (01/2026)');
    const popup = new PopupDriver(await harness().openOwn('popup.html'));
    await popup.page.waitForSelector('main.popup [role=tab]');
    await popup.tab('Clips');
    await popup.settled();
    const row = await popup.openRow(-2);
    await waitFor('the quote to know its paper', async () =>
      (await fieldText(popup, 'Title of the paper', row)) === 'Tidal queries' ? true : null,
    );
    expect(await fieldText(popup, 'Authors', row)).toBe('Ada Example');
    await popup.choose('Cite source as', 'Page title', row);
    await popup.saved();
    await popup.tab('Draft');
    const post = unfilled(await popup.draft());
    expect(post).toContain(`> ${words} -- [Tidal queries](${pdf}) (01/2025)`);
    expect(post).toContain(`* [Tidal queries](${abstract}) (01/2025)`);
  });

  it('says in the popup that its selection needs the menu', async () => {
    harness().site.add(address, {
      type: 'application/pdf',
      body: createPdf({ pages: [['Tides']], title: 'Tides' }),
    });
    const page = await harness().open(address);
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    const here = await popup.page.$eval('.here', (node) => node.textContent);
    // Chromium's viewer lets the page's own facts be read; Firefox's lets nothing in.
    if (harness().name === 'firefox')
      expect(here).toContain('right-click them and choose “Clip selection”');
    else expect(await popup.has('button', 'Clip page')).toBe(true);
  });
});
