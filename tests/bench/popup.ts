/**
 * How long the popup takes to show its list, and to show a keystroke: the built extension in a real
 * Chromium. `node tests/bench/popup.ts` runs it alone; `npm run bench` with all others.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../support/browsers/chromium.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { watchKeystrokes, watchList } from './popup-page.ts';
import { rowsOf } from './popup-records.ts';
import { machine } from './report.ts';

const counts = [0, 8, 50, 1_000] as const;

export interface PopupTimes {
  /** Clips in the wrap-up. */
  clips: number;
  /** Navigation to the frame that shows the list. */
  listMs: Spread;
  /** Of the list's time with none. */
  ratio: number;
  /** Keystroke to the frame that shows it, in the words of an open row; null without a row. */
  keystrokeMs: Spread | null;
}

interface Spread {
  p50: number;
  p95: number;
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** The counts take turns, so that what else the machine does falls on all of them alike. */
export async function benchPopup(rounds = 15, extensionDir?: string): Promise<PopupTimes[]> {
  const lists = counts.map((): number[] => []);
  const keystrokes = counts.map((): number[] => []);
  const browser = await launchChromium(extensionDir ? { extensionDir } : {});
  try {
    for (let round = -1; round < rounds; round++) {
      for (const [at, count] of counts.entries()) {
        await fill(browser, count);
        await openList(browser).then(({ page }) => page.close());
        const { page, ms } = await openList(browser);
        const typed = count > 0 && round % 5 === 0 ? await type(page) : [];
        await page.close();
        // The first round warms up.
        if (round < 0) continue;
        lists[at]?.push(ms);
        keystrokes[at]?.push(...typed);
      }
    }
  } finally {
    await browser.close();
  }
  const empty = spread(lists[0] ?? []).p50;
  return counts.map((clips, at) => {
    const listMs = spread(lists[at] ?? []);
    const typed = keystrokes[at] ?? [];
    return {
      clips,
      listMs,
      ratio: listMs.p50 / empty,
      keystrokeMs: typed.length > 0 ? spread(typed) : null,
    };
  });
}

/** Puts the records in the database, in the place of all others. */
async function fill(browser: Harness, count: number): Promise<void> {
  const page = await browser.openOwn('popup.html');
  await page.waitForSelector('.panel');
  await page.evaluate(async (tables) => {
    localStorage.clear();
    const opened = indexedDB.open('wrapup');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    const names = Object.keys(tables) as (keyof typeof tables)[];
    const change = db.transaction(names, 'readwrite');
    for (const name of names) {
      const store = change.objectStore(name);
      // Settings say, too, which library it is: without that, it counts as damaged.
      if (name !== 'settings') store.clear();
      for (const row of tables[name]) store.put(row);
    }
    await new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });
    db.close();
  }, rowsOf(count));
  await page.close();
}

async function openList(browser: Harness): Promise<{ page: Page; ms: number }> {
  const page = await browser.openOwn('manifest.json');
  await page.evaluateOnNewDocument(watchList);
  await page.goto(`${browser.origin}/popup.html`);
  await page.waitForFunction(() => window.listShownMs !== undefined);
  return { page, ms: await page.evaluate(() => window.listShownMs ?? Number.NaN) };
}

/** Types some words as fast as a quick typist does. */
async function type(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>('li.clip .clip-main');
    rows[rows.length - 1]?.click();
  });
  const field = await page.waitForSelector('.clip-editor textarea');
  await field?.focus();
  await page.evaluate(watchKeystrokes);
  const words = 'the words that came to mind';
  await field?.type(words, { delay: 60 });
  await page.waitForFunction((count) => window.keystrokesMs?.length === count, {}, words.length);
  return page.evaluate(() => window.keystrokesMs ?? []);
}

/** The section of the README, in Markdown. */
export function popupSection(times: readonly PopupTimes[]): string {
  const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(0));
  const load = loadavg()[0]?.toFixed(0) ?? '?';
  const rows = times.map(
    ({ clips, listMs, ratio, keystrokeMs: key }) =>
      `| ${clips.toLocaleString('en')} | ${ms(listMs.p50)} / ${ms(listMs.p95)} | ${ratio.toFixed(2)} | ${key ? `${ms(key.p50)} / ${ms(key.p95)}` : ''} |`,
  );
  return [
    '## The popup',
    '',
    'Navigation to the frame with the list, and keystroke to the frame that shows it, p50 / p95 in ms, of the',
    `built extension on ${machine()}, ${new Date().toISOString().slice(0, 10)}, with a load of ${load}. The ratio is`,
    'to a wrap-up without clips. The same as data: `popup.json`; `node tests/bench/popup.ts` measures this alone.',
    '',
    '| clips | list shown | ratio | keystroke |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Puts the numbers beside the others: `popup.json`, and its section of the README. */
export function writePopup(times: readonly PopupTimes[]): void {
  writeFileSync(new URL('popup.json', folder), `${JSON.stringify(times, null, 2)}\n`);
  const [others = '', old = ''] = parts();
  const after = /\n## [\s\S]*$/.exec(old)?.[0] ?? '';
  writeFileSync(readme, `${others.trimEnd()}\n\n${popupSection(times)}${after}`.trimStart());
}

/** Makes all of the README anew but the popup's section. */
export function writeReadme(others: string): void {
  const [, popup] = parts();
  writeFileSync(readme, popup === undefined ? others : `${others.trimEnd()}\n${heading}${popup}`);
}

const folder = new URL('.', import.meta.url);
const readme = new URL('README.md', folder);
const heading = '\n## The popup';

const parts = (): string[] =>
  existsSync(readme) ? readFileSync(readme, 'utf8').split(heading) : [];

if (process.argv[1]?.endsWith('popup.ts')) {
  const [, , rounds, dir] = process.argv;
  const times = await benchPopup(rounds ? Number(rounds) : undefined, dir);
  writePopup(times);
  console.log(popupSection(times));
}
