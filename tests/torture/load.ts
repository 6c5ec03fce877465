import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { keysAfter } from '../../lib/core/post/order.ts';
import { databaseName } from '../../lib/store/database.ts';
import type { BrowserName, Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { image, quote, uuid, wrapUp } from '../support/records.ts';
import { waitFor } from '../support/wait.ts';
import { type BackupFigures, backUpAndRestore } from './backup-load.ts';
import { extensionWithAccess } from './extension-with-access.ts';

/** Times in ms, the median of several. */
export interface LoadFigures {
  clips: number;
  largest: number;
  /** From opening a popup in a tab until it shows the last row of the largest wrap-up. */
  popupMs: number;
  clipMs: number;
  /** From a key in an open row until it is stored. */
  keyMs: number;
  moveMs: number;
}

/** For backup and restore of very large libraries. */
export interface BackupLoadFigures extends BackupFigures {
  clips: number;
  pictures: number;
  pictureMegabytes: number;
}

const article = 'https://torture.example/load';

export interface LoadSize {
  wrapUps: number;
  /** Clips of the largest wrap-up; the others share the rest. */
  largest: number;
  clips: number;
  pictures: number;
  pictureBytes: number;
}

/** Measures the pages with very many clips. */
export const underLoad = (name: BrowserName, size: LoadSize): Promise<LoadFigures> =>
  filled(name, size, async (harness) => ({
    clips: size.clips,
    largest: size.largest,
    ...(await measure(harness, await harness.openOwn('icon/16.png'))),
  }));

/** Measures backup and restore of very many clips or pictures. */
export const backupUnderLoad = (name: BrowserName, size: LoadSize): Promise<BackupLoadFigures> =>
  filled(name, size, async (harness, extensionDir) => ({
    clips: size.clips,
    pictures: size.pictures,
    pictureMegabytes: Math.round((size.pictures * size.pictureBytes) / 1e6),
    ...(await backUpAndRestore(name, extensionDir, harness)),
  }));

async function filled<Figures>(
  name: BrowserName,
  size: LoadSize,
  run: (harness: Harness, extensionDir: string) => Promise<Figures>,
): Promise<Figures> {
  const extensionDir = extensionWithAccess(name);
  const harness = await launch(name, { extensionDir });
  try {
    const start = await harness.openOwn('popup.html');
    await start.waitForSelector('main.popup [role=tab]');
    await start.close();
    const keeper = await harness.openOwn('icon/16.png');
    await fill(keeper, size);
    // The memory used for filling is released by then.
    await harness.restart('quit');
    return await run(harness, extensionDir);
  } finally {
    await harness.close();
    rmSync(extensionDir, { recursive: true, force: true });
  }
}

async function measure(harness: Harness, keeper: Page) {
  const popupMs = await middleOf(3, async () => {
    const popup = await harness.openOwn('popup.html');
    await popup.waitForSelector('li[data-id][data-kind]', { timeout: 60_000 });
    await popup.close();
  });
  harness.site.add(
    article,
    `<!doctype html><title>Load</title>${Array.from({ length: 20 }, (_, at) => `<p>Paragraph ${at} of the load.`).join('')}`,
  );
  const page = await harness.open(article);
  const tabId = await keeper.evaluate(
    async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1,
    article,
  );
  let at = 0;
  const clipMs = await middleOf(7, async () => {
    await page.evaluate((n) => {
      getSelection()?.selectAllChildren(document.querySelectorAll('p')[n] as Node);
    }, at++);
    const payload = { requestId: crypto.randomUUID(), tabId, what: 'selection' };
    const message = { wrapup: 1, name: 'clip.capture', payload };
    await keeper.evaluate((asked) => chrome.runtime.sendMessage(asked), message);
  });
  const popup = await harness.openOwn('popup.html');
  await popup.waitForSelector('li[data-id][data-kind]', { timeout: 60_000 });
  await popup.bringToFront();
  const keyMs = await middleOf(7, () => typeStored(popup));
  const moveMs = await middleOf(5, () => moveStored(popup));
  await popup.close();
  await page.close();
  return { popupMs, clipMs, keyMs, moveMs };
}

async function typeStored(popup: Page): Promise<void> {
  await popup.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>('li[data-id] .clip-main');
    if (!document.querySelector('.clip-editor textarea')) rows[rows.length - 1]?.click();
  });
  await popup.waitForSelector('.clip-editor textarea');
  await popup.evaluate(() => {
    document.querySelector<HTMLElement>('.clip-editor textarea')?.focus();
    document.execCommand('insertText', false, 'x');
  });
  await waitFor('the key to be stored', () =>
    popup.evaluate(
      () => !Object.keys(localStorage).some((key) => key.startsWith('wrapup:journal:')),
    ),
  );
}

/** Swaps the last two rows. */
async function moveStored(popup: Page): Promise<void> {
  const ids = () =>
    popup.evaluate(() =>
      Array.from(document.querySelectorAll('li[data-id]'), (row) => row.getAttribute('data-id')),
    );
  const before = (await ids()).join();
  await popup.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>('li[data-id] .clip-main');
    rows[rows.length - 1]?.focus();
  });
  await popup.keyboard.down('Alt');
  await popup.keyboard.press('ArrowUp');
  await popup.keyboard.up('Alt');
  await waitFor('the move', async () => (await ids()).join() !== before);
}

async function middleOf(times: number, run: () => Promise<void>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n++) {
    const started = performance.now();
    await run();
    all.push(performance.now() - started);
  }
  return Math.round(all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0);
}

/** Stores the records in the database, batch by batch, in their stored form. */
async function fill(keeper: Page, size: LoadSize): Promise<void> {
  const { wrapUps, largest, clips } = size;
  const each = Math.floor((clips - largest) / (wrapUps - 1));
  const orders = keysAfter(undefined, largest);
  for (let n = 0; n < wrapUps; n++) {
    const id = uuid(1_000_000 + n);
    await keeper.evaluate(write, databaseName, {
      wrapUp: { ...wrapUp({ id, title: `Wrap-up ${n}`, slug: `wrap-up-${n}` }), live: 1 },
      item: { ...quote(1, { wrapUpId: id }), live: 1 },
      image: { ...image(2, { wrapUpId: id }), live: 1 },
      orders: orders.slice(0, n === 0 ? largest : each),
      pictures: n === 1 ? size.pictures : 0,
      pictureBytes: size.pictureBytes,
      active: n === 0,
      at: new Date().toISOString(),
    });
  }
}

interface Filling {
  wrapUp: { id: string };
  item: object;
  image: object;
  orders: string[];
  pictures: number;
  pictureBytes: number;
  active: boolean;
  at: string;
}

/** Runs in the page. */
async function write(name: string, filling: Filling): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open(name));
  const inOne = (run: (store: (of: string) => IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const stores = ['wrapUps', 'items', 'originals', 'assets', 'settings'];
      const transaction = db.transaction(stores, 'readwrite', { durability: 'relaxed' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      run((of) => transaction.objectStore(of));
    });
  await inOne((store) => {
    store('wrapUps').put(filling.wrapUp);
    if (filling.active) store('settings').put({ key: 'activeWrapUpId', value: filling.wrapUp.id });
    for (const [at, order] of filling.orders.entries()) {
      const id = crypto.randomUUID();
      const words = `Words ${at} of a clip, as long as a sentence of an article usually is, and so on.`;
      const own = { id, order, text: words, markdown: words, fingerprint: id };
      store('items').put({ ...filling.item, ...own });
      store('originals').put({ id, html: words, htmlHash: 'a'.repeat(64), createdAt: filling.at });
    }
  });
  for (let n = 0; n < filling.pictures; n++) {
    const bytes = new Uint8Array(filling.pictureBytes);
    for (let at = 0; at < bytes.length; at += 65_536) {
      crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    }
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const id = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const createdAt = new Date().toISOString();
    await inOne((store) => {
      store('assets').put({ id, mediaType: 'image/png', bytes: bytes.buffer, createdAt });
      const own = {
        id: crypto.randomUUID(),
        order: `${filling.orders.at(-1)}${n + 1}V`,
        assetId: id,
      };
      store('items').put({ ...filling.image, ...own, fingerprint: id });
    });
  }
  db.close();
}
