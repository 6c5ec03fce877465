/**
 * Measures how long the result of a gesture takes to appear on a plain page, compared with an
 * extension that only shows an element, and how long the popup waits for its answer with many clips
 * in the wrap-up: the built extension in a real Chromium. `node tests/bench/gesture.ts` runs it
 * alone; `npm run bench` with all others.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, WebWorker } from 'puppeteer-core';
import { launchChromium } from '../support/browsers/chromium.ts';
import { rowsOf } from './popup-records.ts';
import { quantile } from './quantile.ts';
import { withSection } from './readme.ts';
import { machine } from './report.ts';

declare const chrome: typeof browser & {
  commands: { onCommand: { dispatch(name: string, tab: object): void } };
};
declare const browser: {
  tabs: { query(query: object): Promise<{ id: number }[]> };
  runtime: { sendMessage(message: object): Promise<unknown> };
};

const counts = [0, 10_000, 100_000] as const;
const url = 'https://tides.example/';
const rounds = 40;
const answerRounds = 10;
/** After many writes at once, the browser rearranges its database files, which nobody waits for here. */
const restAfterFillMs = 15_000;

interface Spread {
  p50: number;
  p95: number;
}

export interface GestureTimes {
  /** From the gesture to our first element in the page, warm; ms. */
  wrapup: Spread;
  trivial: Spread;
  ratio: number;
  /** From a message of the popup to its answer, by how many clips the wrap-up has; ms. */
  answers: { clips: number; answerMs: Spread }[];
}

const spread = (values: readonly number[]): Spread => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

/** The two alternate, so that other work on the machine affects both of them equally. */
export async function benchGesture(extensionDir?: string): Promise<GestureTimes> {
  const folder = trivialExtension();
  const harness = await launchChromium(extensionDir ? { extensionDir } : {});
  try {
    harness.site.add(url, '<!doctype html><title>Tides</title><p>The moon pulls twice a day.</p>');
    const own = await harness.openOwn('options.html');
    const page = await harness.open(url);
    // This grants activeTab to our extension.
    await harness.shortcut(page);
    await page.waitForFunction(() => document.documentElement.children.length > 2);
    const trivialId = await page.browser().installExtension(folder);
    const trivial = (await page.browser().extensions()).get(trivialId);
    if (!trivial) throw new Error('The trivial extension is not installed');
    await page.bringToFront();
    await page.triggerExtensionAction(trivial);
    const [ourWorker, trivialWorker] = [
      await workerOf(page, harness.origin),
      await workerOf(page, `chrome-extension://${trivialId}`),
    ];
    const times = { wrapup: [] as number[], trivial: [] as number[] };
    for (let round = -5; round < rounds; round++) {
      const ours = await shownAfter(page, ourWorker, round);
      const theirs = await shownAfter(page, trivialWorker, round);
      // The first rounds warm up.
      if (round < 0) continue;
      times.wrapup.push(ours);
      times.trivial.push(theirs);
    }
    const answers = [];
    for (const clips of counts) {
      await fill(own, clips);
      await new Promise((resolve) => setTimeout(resolve, restAfterFillMs));
      const ms: number[] = [];
      for (let round = -2; round < answerRounds; round++) {
        const took = await answerTime(own, page, round);
        if (round >= 0) ms.push(took);
      }
      answers.push({ clips, answerMs: spread(ms) });
    }
    const [wrapup, trivially] = [spread(times.wrapup), spread(times.trivial)];
    return { wrapup, trivial: trivially, ratio: wrapup.p50 / trivially.p50, answers };
  } finally {
    await harness.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An extension that only adds an element to the page when its command is given. */
function trivialExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-trivial-'));
  const manifest = {
    manifest_version: 3,
    name: 'Trivial',
    version: '1.0',
    permissions: ['activeTab', 'scripting'],
    action: {},
    commands: { 'clip-here': { suggested_key: { default: 'Alt+Shift+Y' }, description: 'Show' } },
    background: { service_worker: 'worker.js' },
  };
  const worker = `chrome.commands.onCommand.addListener((name, tab) =>
    chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
      document.documentElement.append(document.createElement('trivial-element'));
    } }));`;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), worker);
  return folder;
}

async function workerOf(page: Page, origin: string): Promise<WebWorker> {
  const target = await page
    .browser()
    .waitForTarget((each) => each.type() === 'service_worker' && each.url().startsWith(origin));
  const worker = await target.worker();
  if (!worker) throw new Error(`No worker of ${origin}`);
  return worker;
}

/**
 * Gives the command in the worker, and waits for the first element in the page; returns the ms
 * between the two. Each process has its own origin of `performance`, so it is added; the system's
 * clock alone has whole milliseconds only, which is as long as the trivial extension takes.
 */
async function shownAfter(page: Page, worker: WebWorker, round: number): Promise<number> {
  // Our card restores itself when a page removes it, so it is closed as a user would.
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    for (const left of document.querySelectorAll('html > trivial-element')) left.remove();
  });
  await page.waitForFunction(() => document.documentElement.children.length === 2);
  await page.evaluate((n) => {
    const words = document.querySelector('p');
    // The words differ each time, because duplicates take another path.
    if (words) words.textContent = `The moon pulls twice a day, round ${n}.`;
    if (words) getSelection()?.selectAllChildren(words);
    const world = globalThis as { shownAt?: number };
    delete world.shownAt;
    new MutationObserver((_, observer) => {
      if (document.documentElement.children.length < 3) return;
      world.shownAt = performance.timeOrigin + performance.now();
      observer.disconnect();
    }).observe(document.documentElement, { childList: true });
  }, `${round} of ${worker.url()}`);
  const begun = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const now = performance.timeOrigin + performance.now();
    chrome.commands.onCommand.dispatch('clip-here', tab ?? {});
    return now;
  });
  await page.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt !== undefined);
  const shown = await page.evaluate(() => (globalThis as { shownAt?: number }).shownAt ?? 0);
  // The next gesture must not wait for the rest of this one.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return shown - begun;
}

async function answerTime(own: Page, page: Page, round: number): Promise<number> {
  const words = `Low water came at six, round ${round}.`;
  await page.evaluate((text) => {
    const paragraph = document.querySelector('p');
    if (paragraph) paragraph.textContent = text;
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  }, words);
  return own.evaluate(async (address) => {
    const [tab] = (await chrome.tabs.query({})).filter(
      (each) => (each as { url?: string }).url === address || (each as { active?: boolean }).active,
    );
    const payload = { requestId: crypto.randomUUID(), tabId: tab?.id, what: 'selection' };
    const before = performance.now();
    const reply = await chrome.runtime.sendMessage({ wrapup: 1, name: 'clip.capture', payload });
    const took = performance.now() - before;
    if (!(reply as { ok?: boolean }).ok) throw new Error(JSON.stringify(reply));
    return took;
  }, url);
}

const chunk = 5_000;

/** Replaces everything in the database by a wrap-up with this many clips. */
async function fill(own: Page, count: number): Promise<void> {
  const { items, ...tables } = rowsOf(count);
  for (let at = 0; at === 0 || at < items.length; at += chunk) {
    const rows = { items: items.slice(at, at + chunk), ...(at === 0 ? tables : {}) };
    await own.evaluate(
      async (part, isFirst) => {
        const opened = indexedDB.open('wrapup');
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          opened.onsuccess = () => resolve(opened.result);
          opened.onerror = () => reject(opened.error);
        });
        const change = db.transaction(Object.keys(part), 'readwrite');
        for (const [name, all] of Object.entries(part)) {
          const store = change.objectStore(name);
          // Settings also identify the library; without that it counts as damaged.
          if (isFirst && name !== 'settings') store.clear();
          for (const row of all) store.put(row);
        }
        await new Promise((resolve, reject) => {
          change.oncomplete = resolve;
          change.onabort = () => reject(change.error);
        });
        db.close();
      },
      rows,
      at === 0,
    );
  }
}

/** The section of the README, in Markdown. */
export function gestureSection({ wrapup, trivial, ratio, answers }: GestureTimes): string {
  const ms = ({ p50, p95 }: Spread) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  const load = loadavg()[0]?.toFixed(0) ?? '?';
  return [
    '## A gesture',
    '',
    'The shortcut on a plain page with a sentence selected, warm, to the first element in the page, beside an',
    'extension that does nothing but show one; and the popup’s message to its answer. p50 / p95 in ms, of the',
    `built extension on ${machine()}, ${new Date().toISOString().slice(0, 10)}, with a load of ${load}. The same as`,
    'data: `gesture.json`; `node tests/bench/gesture.ts` measures this alone.',
    '',
    '| | Wrapup | trivial extension | ratio |',
    '| --- | --- | --- | --- |',
    `| gesture → shown | ${ms(wrapup)} | ${ms(trivial)} | ${ratio.toFixed(1)} × |`,
    '',
    '| clips in the wrap-up | answer |',
    '| --- | --- |',
    ...answers.map(({ clips, answerMs }) => `| ${clips.toLocaleString('en')} | ${ms(answerMs)} |`),
    '',
  ].join('\n');
}

/** Stores the numbers with the others: `gesture.json`, and a section of the README. */
export function writeGesture(times: GestureTimes): void {
  const folder = new URL('.', import.meta.url);
  const readme = new URL('README.md', folder);
  writeFileSync(new URL('gesture.json', folder), `${JSON.stringify(times, null, 2)}\n`);
  const old = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  writeFileSync(readme, withSection(old, gestureSection(times), '## An upgrade'));
}

if (process.argv[1]?.endsWith('gesture.ts')) {
  // Another build may be measured; its figures are only printed.
  const extensionDir = process.argv[2];
  const times = await benchGesture(extensionDir);
  if (extensionDir === undefined) writeGesture(times);
  console.log(gestureSection(times));
}
