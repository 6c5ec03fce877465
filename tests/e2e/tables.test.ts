import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { databaseName } from '../../lib/store/database.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmed } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

const address = 'https://tables.example/';
const html = `<!doctype html><html lang="en"><head><title>Ranges</title></head><body><main>
<p>Ranges by gauge:</p>
<table><tr><th rowspan="2">Gauge</th><th colspan="2">Range</th></tr><tr><th>low</th><th>high</th></tr>
<tr><td><a href="/kiel">Kiel</a></td><td>0.2</td><td>1.4</td></tr></table>
<p>That is all.</p><iframe src="/map" title="Where they are" width="300" height="200"></iframe><p>End.</p></main></body></html>`;
const pipes =
  '> | Gauge | Range |  |\n> | --- | --- | --- |\n> |  | low | high |\n> | [Kiel](https://tables.example/kiel) | 0.2 | 1.4 |';

/** Turns the clips' tables into what older versions stored. Runs in a page of the extension. */
async function makeOld(name: string): Promise<void> {
  const opening = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = db.transaction('items', 'readwrite');
  const items = transaction.objectStore('items');
  const asking = items.getAll();
  asking.onsuccess = () => {
    for (const { htmlMarkdown, ...item } of asking.result) {
      items.put({ ...item, markdown: htmlMarkdown ?? item.markdown });
    }
  };
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  db.close();
}

inBothBrowsers('a table with merged cells', (harness) => {
  let page: Page;
  const popup = () => openPopup(harness(), page);
  const draft = async () => {
    const driver = await popup();
    await driver.tab('Draft');
    return driver.draft();
  };

  beforeEach(async () => {
    harness().site.addAll({ [address]: html, [`${address}map`]: '<p>A map</p>' });
    page = await harness().open(address);
    await selectText(page, { from: 'Ranges', to: 'all.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'a table is simplified');
  });

  it('says of an embedded page that it was left out', async () => {
    await selectText(page, { from: 'That', to: 'End.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'was left out');
  });

  it('is plain in the draft, with its links', async () => {
    expect(await draft()).toContain(pipes);
  });

  describe('where the site allows HTML', () => {
    const allow = async (allows: boolean) => {
      const options = await harness().openOwn('options.html');
      await new PopupDriver(options).check('The site allows HTML in posts', allows);
      await options.close();
    };

    it('is HTML there, and plain again where it does not', async () => {
      await allow(true);
      await waitFor('the table as HTML', async () => (await draft()).includes('<table>'));
      await allow(false);
      await waitFor('the table as pipes', async () => (await draft()).includes(pipes));
    });
  });

  it('of an older version is converted when that is asked for, and as it was after Undo', async () => {
    const own = await harness().openOwn('options.html');
    await own.evaluate(makeOld, databaseName);
    await own.close();
    const driver = await popup();
    await driver.tab('Clips');
    await driver.press('Convert to Markdown');
    await driver.press('Undo');
    await driver.press('Convert to Markdown');
    await waitFor(
      'the offer to be gone',
      async () => !(await driver.has('button', 'Convert to Markdown')),
    );
    expect(await draft()).toContain(pipes);
    const again = await popup();
    await again.tab('Clips');
    expect(await again.has('button', 'Convert to Markdown')).toBe(false);
  });
});
