/**
 * Measures how long the popup takes to show its list and a keystroke, what blocks its thread and
 * how much memory it keeps, compared with an empty Preact page: the built extension in a real
 * Chromium. `node tests/bench/popup.ts` runs it alone; `npm run bench` with all others.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { builtExtension } from '../support/binaries.ts';
import { launchChromium } from '../support/browsers/chromium.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { uuid, wrapUp } from '../support/records.ts';
import { putRows, withBarePage } from './bare-extension.ts';
import { watchKeystrokes } from './popup-page.ts';
import { itemRows } from './popup-records.ts';
import { quantile } from './quantile.ts';
import { withSection } from './readme.ts';
import { machine } from './report.ts';
import { comeToRest, showList, timeList, traceList, type Viewing } from './shown-list.ts';

const counts = [0, 8, 1_000, 10_000, 100_000] as const;
/** By then at the latest, everything that a page does by itself after it is shown has ended. */
const watchedMs = 6_000;
/** By then, everything that it does at once is over. */
const tracedMs = 800;
/** Tracing takes longer than what it traces, and processor times differ little: every other opening is enough. */
const tracedEvery = 2;
/** A popup that stays open is watched in the first round, and then in every third one. */
const watchedEvery = 3;
const words = 'the words that came to mind';

export interface PopupTimes {
  /** How often each page was opened; the p95 is computed from as many openings. */
  openings: number;
  /** From navigation to the frame that shows a page that does nothing else. */
  bareMs: Spread;
  /** The same if the page first opens the database and reads one row. */
  oneRowMs: Spread;
  /** Processor time of the main thread for both, to the frame that shows the page. */
  bareProcessorMs: Spread;
  oneRowProcessorMs: Spread;
  lists: ListTimes[];
}

interface ListTimes {
  /** Clips in the wrap-up. */
  clips: number;
  /** From navigation to the frame that shows the list. */
  shownMs: Spread;
  /** The same if the popup was closed just before, as soon as it was shown. */
  againMs: Spread;
  /** Relative to the bare page's time. */
  ratio: number;
  /**
   * Relative to the page that opens the database and reads one row: nothing stored can be shown
   * sooner.
   */
  ofOneRow: number;
  /** Processor time of the main thread to that frame, without other work on the machine. */
  processorMs: Spread;
  /** Relative to that of the page that opens the database and reads one row. */
  processorOfOneRow: number;
  /** The longest task of the main thread above 50 ms; 0: none. */
  longestBlockMs: number;
  /** The longest while the popup opens, in processor time. */
  longestProcessorMs: number;
  /** JavaScript's heap at rest, after a collection; MB. */
  heapMb: number;
  /**
   * From a keystroke to the frame that shows it, in the words of an open row, and in the search.
   */
  keystrokeMs: Spread | null;
  searchKeyMs: Spread | null;
}

interface Spread {
  p50: number;
  p95: number;
}

const spread = (values: readonly number[]): Spread => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

interface Measured {
  shown: number[];
  again: number[];
  processor: number[];
  longest: number[];
  blocks: number[];
  heaps: number[];
  keys: number[];
  searchKeys: number[];
}

/** All cases alternate, so that other work on the machine affects all of them equally. */
export async function benchPopup(
  rounds = 6,
  extensionDir = builtExtension('chromium'),
): Promise<PopupTimes> {
  const folder = await withBarePage(extensionDir);
  const browser = await launchChromium({ extensionDir: folder });
  const bare: number[] = [];
  const oneRow: number[] = [];
  const bareThread: number[] = [];
  const oneRowThread: number[] = [];
  const lists = counts.map(
    (): Measured => ({
      shown: [],
      again: [],
      processor: [],
      longest: [],
      blocks: [],
      heaps: [],
      keys: [],
      searchKeys: [],
    }),
  );
  try {
    await fill(browser);
    for (let round = -1; round < rounds; round++) {
      const isTraced = round % tracedEvery === 0;
      const empty = await timeList(browser, 'bare.html', '.empty', small);
      const read = await timeList(browser, 'bare.html#row', '.empty', small);
      // The first round warms up.
      if (round >= 0) {
        bare.push(empty);
        oneRow.push(read);
      }
      if (isTraced) {
        const bareSize = { size: small.size };
        const emptyThread = await traceList(browser, 'bare.html', '.empty', bareSize);
        const readThread = await traceList(browser, 'bare.html#row', '.empty', bareSize);
        bareThread.push(emptyThread.between);
        oneRowThread.push(readThread.between);
      }
      for (const [at, measured] of lists.entries()) {
        await choose(browser, at);
        const shown = await timeList(browser, 'popup.html', listOf(at), small);
        const again = await timeList(browser, 'popup.html', listOf(at), small);
        if (round < 0) continue;
        measured.shown.push(shown);
        measured.again.push(again);
        if (isTraced) {
          const thread = await traceList(browser, 'popup.html', listOf(at), small);
          measured.processor.push(thread.between);
          measured.longest.push(thread.longest);
        }
        if (round % watchedEvery === 0) await watchOne(browser, at, measured);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const bareMs = spread(bare);
  const oneRowMs = spread(oneRow);
  const oneRowProcessorMs = spread(oneRowThread);
  return {
    openings: bare.length,
    bareMs,
    oneRowMs,
    bareProcessorMs: spread(bareThread),
    oneRowProcessorMs,
    lists: lists.map(
      ({ shown, again, processor, longest, blocks, heaps, keys, searchKeys }, at) => ({
        clips: counts[at] ?? 0,
        shownMs: spread(shown),
        againMs: spread(again),
        ratio: spread(shown).p50 / bareMs.p50,
        ofOneRow: spread(shown).p50 / oneRowMs.p50,
        processorMs: spread(processor),
        processorOfOneRow: spread(processor).p50 / oneRowProcessorMs.p50,
        longestBlockMs: Math.max(0, ...blocks),
        longestProcessorMs: Math.max(0, ...longest),
        heapMb: quantile(heaps, 0.5),
        keystrokeMs: keys.length > 0 ? spread(keys) : null,
        searchKeyMs: searchKeys.length > 0 ? spread(searchKeys) : null,
      }),
    ),
  };
}

const listOf = (at: number) => (counts[at] === 0 ? '.panel .empty' : 'li.clip');
const placeOf = (at: number) => uuid(at + 1);
const chunk = 5_000;

/** Creates a wrap-up for each count, side by side. */
async function fill(browser: Harness): Promise<void> {
  const page = await browser.openOwn('popup.html');
  await page.waitForSelector('.panel');
  for (const [at, count] of counts.entries()) {
    const wrapUps = [{ ...wrapUp({ id: placeOf(at) }), live: 1 }];
    const rows = itemRows(count, placeOf(at), 1_000_000 * (at + 1));
    await putRows(page, { wrapUps, items: [] });
    for (let from = 0; from < count; from += chunk) {
      await putRows(page, { items: rows.slice(from, from + chunk) });
    }
  }
  await page.close();
}

async function choose(browser: Harness, at: number): Promise<void> {
  const page = await browser.openOwn('manifest.json');
  await putRows(page, { settings: [{ key: 'activeWrapUpId', value: placeOf(at) }] });
  // The position of another list must not affect this one.
  await page.evaluate(() => localStorage.clear());
  // Nothing of the previous page may be pending any more.
  await comeToRest(page);
  await page.close();
}

/** It has the popup's size, because in a whole tab the page shows the draft, too. */
const small: Viewing = { size: { width: 400, height: 580 }, tracedMs };

/** Measures one open popup: what it does by itself, its memory, and how it reacts to keys. */
async function watchOne(browser: Harness, at: number, measured: Measured): Promise<void> {
  const page = await showList(browser, 'popup.html', listOf(at), small);
  await comeToRest(page, watchedMs);
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  measured.heaps.push((await client.send('Runtime.getHeapUsage')).usedSize / 1e6);
  if (counts[at] !== 0) {
    await page.evaluate(() => {
      const rows = document.querySelectorAll<HTMLElement>('li.clip .clip-main');
      rows[rows.length - 1]?.click();
    });
    measured.keys.push(...(await type(page, '.clip-editor textarea')));
    await page.keyboard.press('Escape');
    await page.waitForSelector('.clip-editor', { hidden: true });
    await page.keyboard.press('/');
    measured.searchKeys.push(...(await type(page, 'search input')));
  }
  measured.blocks.push(...(await page.evaluate(() => window.longTasksMs ?? [])));
  await page.close();
}

/** Types some words as fast as a quick typist does. */
async function type(page: Page, selector: string): Promise<number[]> {
  const field = await page.waitForSelector(selector);
  await field?.focus();
  await page.evaluate(watchKeystrokes);
  await field?.type(words, { delay: 60 });
  await page.waitForFunction((count) => window.keystrokesMs?.length === count, {}, words.length);
  return page.evaluate(() => window.keystrokesMs ?? []);
}

/** The section of the README, in Markdown. */
export function popupSection(times: PopupTimes): string {
  const { bareMs, oneRowMs, lists } = times;
  const both = (value: Spread | null) =>
    value === null ? '' : `${value.p50.toFixed(0)} / ${value.p95.toFixed(0)}`;
  const load = loadavg()[0]?.toFixed(0) ?? '?';
  const rows = lists.map((each) =>
    [
      each.clips.toLocaleString('en'),
      both(each.shownMs),
      `${each.ratio.toFixed(2)} ×`,
      `${each.ofOneRow.toFixed(2)} ×`,
      both(each.againMs),
      both(each.processorMs),
      `${each.processorOfOneRow.toFixed(2)} ×`,
      each.longestProcessorMs.toFixed(0),
      each.longestBlockMs === 0 ? 'none' : `${each.longestBlockMs.toFixed(0)} ms`,
      each.heapMb.toFixed(1),
      both(each.keystrokeMs),
      both(each.searchKeyMs),
    ].join(' | '),
  );
  return [
    '## The popup',
    '',
    'In a window of the popup’s size: navigation to the frame with the list, opened after a rest and again as soon as it was closed; keystroke to',
    'the frame that shows it, in a row’s words and in the search; p50 / p95 in ms. The longest task of the main',
    'thread above 50 ms, and the heap after a collection, in MB. *Processor*: the time that the main thread was on a',
    'processor until that frame, its ratio to that of the page that reads one row, and its longest task: what else the',
    `machine does is in none of the three. ${times.openings} openings each, half of them for the processor’s time. The built extension on`,
    `${machine()}, ${new Date().toISOString().slice(0, 10)}, with a load of ${load}. The ratios are to an empty Preact`,
    'page in the same run, and to one that reads one row. The same as data: `popup.json`; `node tests/bench/popup.ts` measures this alone.',
    '',
    `An empty Preact page: ${both(bareMs)}; one that opens the database and reads one row: ${both(oneRowMs)}.`,
    `Processor time of the two: ${both(times.bareProcessorMs)} and ${both(times.oneRowProcessorMs)}.`,
    '',
    '| clips | shown | of empty | of one row | again | processor | of one row | longest | longest block | heap | keystroke | search key |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

/** Stores the numbers with the others: `popup.json`, and its section of the README. */
export function writePopup(times: PopupTimes): void {
  writeFileSync(new URL('popup.json', folder), `${JSON.stringify(times, null, 2)}\n`);
  const old = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  writeFileSync(readme, withSection(old, popupSection(times), '## The draft'));
}

/** Writes the README again, except for the popup's section and those after it. */
export function writeReadme(others: string): void {
  const old = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const [, popup] = old.split(heading);
  writeFileSync(readme, popup === undefined ? others : `${others.trimEnd()}\n${heading}${popup}`);
}

const folder = new URL('.', import.meta.url);
const readme = new URL('README.md', folder);
const heading = '\n## The popup';

if (process.argv[1]?.endsWith('popup.ts')) {
  const [, , rounds, dir] = process.argv;
  const times = await benchPopup(rounds ? Number(rounds) : undefined, dir);
  // Another build may be measured; its figures are only printed.
  if (dir === undefined) writePopup(times);
  console.log(popupSection(times));
}
