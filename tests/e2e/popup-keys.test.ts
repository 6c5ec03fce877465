import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { note, uuid, wrapUp, wrapUpId } from '../support/records.ts';
import { waitFor } from '../support/wait.ts';

const address = 'https://tides.example/guide';
const count = 500;
const words = (n: number) => `Note ${n} on ${n === 120 || n === 480 ? 'herring' : 'tides'}`;
const rows = Array.from({ length: count }, (_, n) =>
  note(1000 + n, { order: `a${String(n).padStart(4, '0')}`, note: words(n) }),
);

/** Puts a long wrap-up into the database. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(
    async (tables) => {
      const opened = indexedDB.open('wrapup');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const change = db.transaction(Object.keys(tables), 'readwrite');
      for (const [name, all] of Object.entries(tables)) {
        for (const row of all) change.objectStore(name).put(row);
      }
      await new Promise((resolve, reject) => {
        change.oncomplete = resolve;
        change.onabort = () => reject(change.error);
      });
      db.close();
    },
    {
      wrapUps: [{ ...wrapUp(), live: 1 }],
      items: rows.map((row) => ({ ...row, live: 1 })),
      settings: [{ key: 'activeWrapUpId', value: wrapUpId }],
    },
  );
}

inBothBrowsers('the popup by keyboard, over a long list', (harness) => {
  let page: Page;
  const popup = () => openPopup(harness(), page);
  const focused = (driver: PopupDriver) =>
    driver.page.evaluate(() => {
      const element = document.activeElement;
      const row = element?.closest<HTMLElement>('li[data-id]')?.dataset.id ?? '';
      const isField = element?.matches('input, textarea, select') === true;
      return { row, isField };
    });
  const focusIs = (driver: PopupDriver, row: string, isField: boolean) =>
    waitFor(`the focus in ${row}`, async () => {
      const now = await focused(driver);
      return now.row === row && now.isField === isField;
    });
  const topRow = (driver: PopupDriver) =>
    driver.page.evaluate(() => {
      const view = document.querySelector('.clips-scroller')?.getBoundingClientRect();
      const all = Array.from(document.querySelectorAll<HTMLElement>('li[data-id]'));
      const top = view?.top ?? 0;
      return all.find((row) => row.getBoundingClientRect().bottom > top + 1)?.dataset.id ?? '';
    });

  beforeEach(async () => {
    harness().site.addAll({ [address]: '<title>Tides</title><p>The moon pulls.</p>' });
    page = await harness().open(address);
    const own = await harness().openOwn('popup.html');
    await own.waitForSelector('.panel');
    await fill(own);
    await own.close();
    await page.bringToFront();
  });

  it('opens on the clips, at their end', async () => {
    const driver = await popup();
    await driver.tab('Draft');
    await driver.draft();
    await harness().closePopup();
    const again = await popup();
    expect((await again.rowTexts()).at(-1)).toBe(words(count - 1));
    const isAtEnd = await again.page.$eval(
      '.clips-scroller',
      (view) => view.scrollHeight - view.scrollTop - view.clientHeight < 2,
    );
    expect(isAtEnd).toBe(true);
  });

  it('goes into a row’s first field with Enter, and back to the row with Escape', async () => {
    const driver = await popup();
    const id = uuid(1000 + count - 1);
    await (await driver.page.waitForSelector(`li[data-id="${id}"] .clip-main`))?.focus();
    await driver.page.keyboard.press('Enter');
    await focusIs(driver, id, true);
    await driver.page.keyboard.press('Escape');
    await focusIs(driver, id, false);
  });

  it('keeps all letters typed right after /, and returns from search to the row where it began', async () => {
    const driver = await popup();
    const begun = uuid(1000 + count - 3);
    await (await driver.page.waitForSelector(`li[data-id="${begun}"] .clip-main`))?.focus();
    const top = await topRow(driver);
    await driver.page.keyboard.type('/herring');
    const query = () =>
      driver.page.$eval('search input', (field) => (field as HTMLInputElement).value);
    expect(await query()).toBe('herring');
    await waitFor('what was found', async () => (await driver.rows()).length === 2);
    expect(await driver.rowTexts()).toEqual([words(120), words(480)]);
    const found = uuid(1120);
    await (await driver.page.waitForSelector(`li[data-id="${found}"] .clip-main`))?.focus();
    await driver.page.keyboard.press('Enter');
    await focusIs(driver, found, true);
    await driver.page.keyboard.press('Escape');
    await focusIs(driver, found, false);
    await driver.page.keyboard.press('Escape');
    await focusIs(driver, begun, false);
    expect(await topRow(driver)).toBe(top);
  });

  it('goes to the first and the last row with Home and End', async () => {
    const driver = await popup();
    const [first, last] = [uuid(1000), uuid(1000 + count - 1)];
    await (await driver.page.waitForSelector(`li[data-id="${last}"] .clip-main`))?.focus();
    await driver.page.keyboard.press('Home');
    await focusIs(driver, first, false);
    await driver.page.keyboard.press('End');
    await focusIs(driver, last, false);
  });

  it('offers no page to clip in a tab of our own, and shows the draft beside the list', async () => {
    const own = await harness().openOwn('popup.html');
    const driver = new PopupDriver(own);
    await driver.settled();
    expect(await own.$('.here')).toBeNull();
    await own.waitForSelector('.beside .draft');
    const [list, draft] = await own.$$eval('.clips-scroller, .beside', (parts) =>
      parts.map((part) => part.getBoundingClientRect().left),
    );
    expect(list).toBeLessThan(draft ?? 0);
    await own.close();
  });

  it('edits the open row between list and draft in a wide tab, and in its place in a narrow one', async () => {
    const own = await harness().openOwn('popup.html');
    await own.setViewport({ width: 1280, height: 800 });
    const driver = new PopupDriver(own);
    await driver.settled();
    await own.waitForSelector('.side-by-side');
    await (await (await driver.row(0)).$('.clip-main'))?.click();
    await own.waitForSelector('.editor-beside .clip-editor');
    await own.waitForSelector('.beside .draft');
    const [list = 0, editor = 0, draft = 0] = await own.$$eval(
      '.clips-scroller, .editor-beside, .beside',
      (parts) => parts.map((part) => part.getBoundingClientRect().left),
    );
    expect([list, editor, draft]).toEqual([list, editor, draft].toSorted((a, b) => a - b));
    expect(await axeViolations(own)).toEqual([]);
    await own.setViewport({ width: 1000, height: 800 });
    await own.waitForSelector('li .clip-editor');
    expect(await own.$('.editor-beside')).toBeNull();
    await own.close();
  });
});
