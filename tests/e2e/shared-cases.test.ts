import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { databaseName } from '../../lib/store/database.ts';
import type { BrowserName } from '../support/browsers/harness.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { renderGfm } from '../support/render-gfm.ts';
import { type CaseSelection, casesMissing, sharedCases } from '../support/shared-cases.ts';
import { waitFor } from '../support/wait.ts';

/**
 * Cases with a wrong result today. A case that becomes right must leave the list, because its test
 * fails until it does. The ones that remain are a matter of taste, with the reason beside them.
 */
const wrongToday: Readonly<Record<string, 'both' | BrowserName>> = {
  // The reader saw -1, which no Markdown list can express.
  '12-list-negative-start': 'both',
  // The page has words there, no links. A backslash in `https\://` and `www\.` keeps renderers,
  // such as Hugo, from turning bare addresses into links; underscores have none.
  '43-inline-url-underscores': 'both',
  // Two quotes of one post would share the label `[^1]`.
  '70-footnote-lesswrong': 'both',
};

/** Returns the stored clips, oldest first. Runs in a page of the extension. */
async function readClips(name: string): Promise<{ url: string; markdown: string }[]> {
  const opening = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const asking = db.transaction('items').objectStore('items').getAll();
  const rows = await new Promise<
    { kind: string; createdAt: string; markdown?: string; source?: { url: string } }[]
  >((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  db.close();
  return rows
    .filter(({ source }) => source)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map(({ kind, source, markdown }) => ({
      url: source?.url ?? '',
      markdown: markdown ?? `(clipped as ${kind})`,
    }));
}

/** Selects from the start of the first words to the end of the others. Runs in the page. */
function selectWords({ from, to }: { from: string; to: string }): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const find = (words: string): { node: Text; at: number } => {
    for (;;) {
      const node = walker.currentNode;
      const at = node instanceof Text ? node.data.indexOf(words) : -1;
      if (at >= 0) return { node: node as Text, at };
      if (!walker.nextNode()) throw new Error(`No "${words}"`);
    }
  };
  const [start, end] = [find(from), find(to)];
  getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + to.length);
}

async function select(page: Page, selected: CaseSelection): Promise<void> {
  if ('from' in selected) await page.evaluate(selectWords, selected);
  else if ('css' in selected) {
    await page.$eval(selected.css, (element) => getSelection()?.selectAllChildren(element));
  } else if ('field' in selected) {
    await page.$eval(selected.field, (field) => {
      (field as HTMLTextAreaElement).focus();
      (field as HTMLTextAreaElement).select();
    });
  } else {
    await page.click(`::-p-text(${selected.triple})`, { count: 3 });
  }
}

/** White space at line ends has no meaning, except that two spaces break the line. */
const asShown = (markdown: string): string =>
  renderGfm(markdown.trim().replace(/ {2,}$/gm, '  ')).replace(/[ \t]+$/gm, '');

if (casesMissing) console.warn('Skipped: the shared cases, whose folder is not here.');

describe.skipIf(casesMissing)('small pages, clipped as a reader would', () => {
  inBothBrowsers('cases', (harness, browser) => {
    let page: Page;
    let own: Page;
    const clips = () => own.evaluate(readClips, databaseName);

    beforeEach(async () => {
      own = await harness().openOwn('options.html');
      page = await harness().open('about:blank');
    });

    for (const { name, url, selected, html, expected } of sharedCases()) {
      const wrong = wrongToday[name] === 'both' || wrongToday[name] === browser;
      it(name, { fails: wrong }, async () => {
        harness().site.add(url, html);
        const before = (await clips()).length;
        await page.goto(url);
        await page.bringToFront();
        await select(page, selected);
        await harness().shortcut(page);
        const clip = await waitFor('a clip', async () => (await clips())[before]);
        expect.soft(clip.url).toBe(url);
        if (asShown(clip.markdown) !== asShown(expected)) {
          expect(clip.markdown).toBe(expected.trim());
        }
      });
    }
  });
});
