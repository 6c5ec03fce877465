/**
 * Measures how long a draft of many blocks takes: composed as a whole, after one edit, and shown in
 * the popup; the built extension in a real Chromium. `node tests/bench/draft.ts` runs it alone;
 * `npm run bench` with all others.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { builtExtension } from '../support/binaries.ts';
import { launchChromium } from '../support/browsers/chromium.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { bundleForPage } from '../support/bundle-for-page.ts';
import { wrapUp } from '../support/records.ts';
import { storeRecords } from '../support/stored-records.ts';
import type * as InPage from './draft-page.ts';
import { watchBlocks } from './popup-page.ts';
import { rowsOf } from './popup-records.ts';
import { quantile } from './quantile.ts';
import { withSection } from './readme.ts';
import { machine } from './report.ts';
import { comeToRest, pause } from './shown-list.ts';
import { traceThread } from './thread-time.ts';

declare const draft: typeof InPage;

const counts = [2_000, 10_000] as const;
/** Processor times differ little: every other draft is enough. */
const tracedEvery = 2;
/** Composing needs no page to be opened, so it is done more often than a draft is shown. */
const composings = 8;

export interface DraftTimes {
  blocks: number;
  /** How often the draft was opened; every other time it was traced, too. */
  openings: number;
  wholeMs: Spread;
  editMs: Spread;
  /** From the click on the tab to the frame with the first text. */
  firstTextMs: Spread;
  /** The longest task of the main thread above 50 ms until the draft is complete; 0: none. */
  longestBlockMs: number;
  /**
   * Processor time of the main thread from the click to that frame, without other work on the
   * machine.
   */
  processorMs: Spread;
  /** The longest task until the draft is complete, in processor time. */
  longestProcessorMs: number;
}

interface Spread {
  best: number;
  p50: number;
  p95: number;
}

const spread = (values: readonly number[]): Spread => ({
  best: Math.min(...values),
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

export async function benchDraft(
  rounds = 5,
  extensionDir = builtExtension('chromium'),
): Promise<DraftTimes[]> {
  const code = await bundleForPage('tests/bench/draft-page.ts', 'draft');
  const times: DraftTimes[] = [];
  for (const blocks of counts) {
    const browser = await launchChromium({ extensionDir });
    try {
      times.push(await measure(browser, blocks, rounds, code));
    } finally {
      await browser.close();
    }
  }
  return times;
}

async function measure(
  browser: Harness,
  blocks: number,
  rounds: number,
  code: string,
): Promise<DraftTimes> {
  const { items, ...others } = rowsOf(blocks);
  const own = await browser.openOwn('popup.html');
  await own.waitForSelector('.panel');
  await storeRecords(own, { ...others, items });
  await own.evaluate(code);
  const composing = await own.evaluate(
    (...args) => draft.measureComposing(...args),
    wrapUp(),
    items,
    composings,
  );
  await own.close();
  const firstText: number[] = [];
  const longTasks: number[] = [];
  const processor: number[] = [];
  const longest: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const shown = await show(browser, code);
    // The first round warms up.
    if (round < 0) continue;
    firstText.push(shown.firstTextMs);
    longTasks.push(...shown.longTasksMs);
    if (round % tracedEvery !== 0) continue;
    const traced = await show(browser, code, true);
    processor.push(traced.processorMs);
    longest.push(traced.longestProcessorMs);
  }
  return {
    blocks,
    openings: firstText.length,
    wholeMs: spread(composing.wholeMs),
    editMs: spread(composing.editMs),
    firstTextMs: spread(firstText),
    longestBlockMs: Math.max(0, ...longTasks),
    processorMs: spread(processor),
    longestProcessorMs: Math.max(0, ...longest),
  };
}

/** Opens the popup at its clips, lets it come to rest, and opens the draft. */
async function show(browser: Harness, code: string, isTraced = false) {
  const page = await browser.openOwn('manifest.json');
  await page.evaluate(() => localStorage.clear());
  await page.evaluateOnNewDocument(watchBlocks);
  await page.goto(`${browser.origin}/popup.html`);
  await page.waitForSelector('li.clip');
  await page.evaluate(code);
  await comeToRest(page);
  await page.evaluate(() => window.longTasksMs?.splice(0));
  const open = async () => {
    const ms = await page.evaluate(() => draft.openDraft());
    await whole(page);
    return ms;
  };
  const traced = isTraced ? await traceThread(page, 'draft-asked', 'draft-shown', open) : undefined;
  const firstTextMs = traced?.value ?? (await open());
  const longTasksMs = await page.evaluate(() => window.longTasksMs ?? []);
  await page.close();
  return {
    firstTextMs,
    longTasksMs,
    processorMs: traced?.between ?? 0,
    longestProcessorMs: traced?.longest ?? 0,
  };
}

async function whole(page: Page): Promise<void> {
  await page.waitForSelector('.draft[aria-busy=false]', { timeout: 120_000 });
  await pause(500);
}

/** The section of the README, in Markdown. */
export function draftSection(times: readonly DraftTimes[]): string {
  const ms = ({ best, p50, p95 }: Spread) =>
    [best, p50, p95].map((value) => value.toFixed(value < 10 ? 1 : 0)).join(' / ');
  const load = loadavg()[0]?.toFixed(0) ?? '?';
  const rows = times.map((each) =>
    [
      each.blocks.toLocaleString('en'),
      ms(each.wholeMs),
      ms(each.editMs),
      ms(each.firstTextMs),
      each.longestBlockMs === 0 ? 'none' : `${each.longestBlockMs.toFixed(0)} ms`,
      ms(each.processorMs),
      each.longestProcessorMs.toFixed(0),
    ].join(' | '),
  );
  return [
    '## The draft',
    '',
    'A post of quotes, every third with words before it: composed with nothing known, and after one edit; in the',
    'popup, the click on its tab to the frame with the first text, and the longest task of the main thread above',
    '50 ms until all of it is there; then the same two by the time that the main thread was on a processor: what else',
    `the machine does is not in it. best / p50 / p95 in ms, of ${times[0]?.openings ?? 0} openings, half of them for the processor’s time; the built extension on`,
    `${machine()}, ${new Date().toISOString().slice(0, 10)}, with a load of ${load}. The same as data:`,
    '`draft.json`; `node tests/bench/draft.ts` measures this alone.',
    '',
    '| blocks | composed | after one edit | first text | longest block | first text, processor | longest task, processor |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

/**
 * Stores the numbers with the others: `draft.json`, and a section of the README before the
 * gesture's.
 */
export function writeDraft(times: readonly DraftTimes[]): void {
  const folder = new URL('.', import.meta.url);
  const readme = new URL('README.md', folder);
  writeFileSync(new URL('draft.json', folder), `${JSON.stringify(times, null, 2)}\n`);
  const old = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  writeFileSync(readme, withSection(old, draftSection(times), '## A gesture'));
}

if (process.argv[1]?.endsWith('draft.ts')) {
  const [, , rounds, dir] = process.argv;
  const times = await benchDraft(rounds ? Number(rounds) : undefined, dir);
  // Another build may be measured; its figures are only printed.
  if (dir === undefined) writeDraft(times);
  console.log(draftSection(times));
}
