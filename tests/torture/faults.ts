import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Target } from 'puppeteer-core';
import { databaseName } from '../../lib/store/database.ts';
import { version1 } from '../../lib/store/migrations/version-1.ts';
import { breakDatabase } from '../support/break-database.ts';
import type { BrowserName, Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { readConfirmation } from '../support/confirmation.ts';
import { damagesOf } from '../support/damage.ts';
import { waitFor } from '../support/wait.ts';
import { extensionWithAccess } from './extension-with-access.ts';
import { decide } from './kill/decide.ts';

/** What each page shows under each fault: its alert, or its status message. */
export type FaultFigures = Record<string, Record<string, string>>;

const pages = ['popup', 'sidepanel', 'options', 'library'] as const;
const article = 'https://torture.example/faults';
/** A page that has shown no message about a fault by then will not show one. */
const patienceMs = 9_000;

/** Faults that are set up in a page before its own code runs. */
const inPages: Record<string, () => void> = {
  'database refused': () => {
    IDBFactory.prototype.open = () => {
      const error = new DOMException('Internal error opening backing store', 'UnknownError');
      const request = Object.assign(new EventTarget(), { error, readyState: 'done' });
      setTimeout(() => {
        const event = new Event('error', { cancelable: true });
        request.dispatchEvent(event);
        (request as unknown as IDBOpenDBRequest).onerror?.(event);
      }, 5);
      return request as unknown as IDBOpenDBRequest;
    };
  },
  'database hangs': () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
  'disk full': () => {
    const full = () => {
      throw new DOMException('No space is left', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: full, put: full });
  },
  'writes aborted': () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...of: Parameters<typeof put>) {
      const request = put.apply(this, of);
      this.transaction.abort();
      return request;
    };
  },
};

/** Tries all faults, and records what the user is told. */
export async function faultTable(name: BrowserName): Promise<FaultFigures> {
  const extensionDir = extensionWithAccess(name);
  putFaultsInPages(extensionDir);
  const harness = await launch(name, { extensionDir });
  const figures: FaultFigures = {};
  try {
    const start = await harness.openOwn('popup.html');
    await start.waitForSelector('main.popup [role=tab]');
    await press(start, 'New wrap-up');
    await start.waitForSelector('button[aria-label="Add note"]');
    await press(start, 'Add note');
    await start.waitForSelector('li[data-kind=note]');
    await start.close();
    for (const [fault, put] of Object.entries(inPages)) {
      figures[fault] = await inEachPage(harness, fault);
      // Firefox gives no access to its event page; a worker has its database open before a fault
      // can be set up.
      if (name === 'chromium' && !fault.startsWith('database')) {
        figures[fault]['clip by shortcut'] = await clipUnder(harness, put);
      }
    }
    for (const [what, damage] of Object.entries(damagesOf(name))) {
      await harness.restart('quit', damage);
      figures[`files damaged: ${what}`] = await inEachPage(harness);
      const popup = await harness.openOwn('popup.html');
      await decide(popup);
      await popup.close();
    }
    const holder = await harness.openOwn('icon/16.png');
    await holder.evaluate(holdEarlier, databaseName, version1);
    figures['an earlier database that another page does not let go'] = await inEachPage(harness);
    await holder.close();
    await breakDatabase(await harness.openOwn('icon/16.png'));
    figures['database of a newer Wrapup'] = await inEachPage(harness);
    figures['database of a newer Wrapup']['clip by shortcut'] = await clipUnder(harness);
  } finally {
    await harness.close();
  }
  return figures;
}

/**
 * Runs in a page: replaces the database by an empty one of the first version, and keeps it open.
 */
async function holdEarlier(name: string, stores: Record<string, string>): Promise<void> {
  await chrome.storage.local.clear();
  await new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 10);
    opening.onupgradeneeded = () => {
      for (const [store, schema] of Object.entries(stores)) {
        const [keyPath = ''] = schema.split(',');
        opening.result.createObjectStore(store, { keyPath });
      }
    };
    opening.onsuccess = () => {
      // It is held while the page is open, whichever version others request.
      Object.assign(window, { held: opening.result });
      resolve(undefined);
    };
    opening.onerror = reject;
  });
}

const faultKey = 'torture:fault';

/** Firefox (153) runs no test script before those of our pages, so they get an extra script. */
function putFaultsInPages(extensionDir: string): void {
  const faults = Object.entries(inPages).map(([fault, put]) => `${JSON.stringify(fault)}: ${put}`);
  writeFileSync(
    join(extensionDir, 'fault.js'),
    `({${faults.join(',')}})[localStorage.getItem('${faultKey}')]?.();`,
  );
  for (const name of pages) {
    const file = join(extensionDir, `${name}.html`);
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('<script', '<script src="/fault.js"></script><script'));
  }
}

async function inEachPage(harness: Harness, fault?: string): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const name of pages) {
    // A document without our code.
    const page = await harness.openOwn('icon/16.png');
    await page.evaluate(
      (key, value) => {
        if (value === undefined) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      },
      faultKey,
      fault,
    );
    page.goto(`${harness.origin}/${name}.html`).catch(() => {});
    await waitFor(name, () => page.evaluate((path) => location.pathname === path, `/${name}.html`));
    said[name] = await saidIn(page, fault !== undefined);
    await page.evaluate((key) => localStorage.removeItem(key), faultKey);
    await page.close();
  }
  return said;
}

/** Returns what the page says after typing into its first text. */
async function saidIn(page: Page, types: boolean): Promise<string> {
  const alert = () =>
    page.evaluate(() => {
      const shown = [
        ...document.querySelectorAll('[role=alert], .status-bar .bad, [role=status].bad, .error'),
      ].map((node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim());
      return shown.find((text) => text !== '') ?? null;
    });
  if (types) await typeSomething(page);
  let last: string | null = null;
  const settled = async () => {
    const before = last;
    last = await alert();
    // A page may still be trying to recover.
    await new Promise((resolve) => setTimeout(resolve, 800));
    return last !== null && last === before ? last : null;
  };
  return waitFor('an alert', settled, patienceMs).catch(async () => {
    const status = await page
      .$eval('.status-bar, [role=status]', (node) => node.textContent ?? '')
      .catch(() => '');
    return `no alert; status: “${status.replace(/\s+/g, ' ').trim()}”`;
  });
}

const typed = 'Typed. ';
/** The page of all stored data has none. */
const firstField = '.clip-editor textarea, :is(input:not([type=checkbox]), textarea)[data-field]';

/**
 * Types into the first text that the page lets the user change; does nothing if it does not open,
 * and shows none.
 */
async function typeSomething(page: Page): Promise<void> {
  const shown = await page
    .waitForSelector(`li[data-kind=note] .clip-main, ${firstField}, .empty[role=alert], .library`, {
      visible: true,
      timeout: patienceMs,
    })
    .catch(() => null);
  await shown?.evaluate(
    (node) =>
      // A page opens with the editor that was open last.
      document.querySelector('.clip-editor textarea') === null &&
      node instanceof HTMLElement &&
      node.matches('.clip-main') &&
      node.click(),
  );
  const isRow = (await shown?.evaluate((node) => node.matches('.clip-main'))) === true;
  const field = isRow
    ? await page.waitForSelector(firstField, { visible: true })
    : await page.$(firstField);
  const stands = await field?.evaluate((node, text) => {
    const input = node as HTMLTextAreaElement;
    input.focus();
    document.execCommand('insertText', false, text);
    return input.value.includes(text);
  }, typed);
  if (stands === false) throw new Error(`Nothing can be typed into ${page.url()}`);
}

/**
 * Returns what a clip by shortcut reports; the fault is set up in the worker, until that is
 * stopped.
 */
async function clipUnder(harness: Harness, put?: () => void): Promise<string> {
  harness.site.add(article, '<!doctype html><title>Faults</title><p>The tide turns at noon.');
  const page = await harness.open(article);
  await page.evaluate(() => {
    const paragraph = document.querySelector('p');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  if (put) await inWorker(page, harness.origin, put);
  await harness.press();
  const told = await waitFor(
    'an outcome',
    async () => {
      const card = await readConfirmation(harness, page);
      return card?.role === 'alert' || card?.role === 'status' ? card.text : null;
    },
    patienceMs,
  ).catch(() => 'nothing');
  await page.close();
  if (put) await harness.stopBackground();
  return told;
}

async function inWorker(page: Page, origin: string, put: () => void): Promise<void> {
  const isWorker = (each: Target) =>
    each.type() === 'service_worker' && each.url().startsWith(origin);
  const target = await page.browser().waitForTarget(isWorker);
  await (await target.worker())?.evaluate(put);
}

const press = (page: Page, label: string) =>
  waitFor(label, () =>
    page.evaluate((name) => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name,
      );
      button?.click();
      return button !== undefined;
    }, label),
  );
