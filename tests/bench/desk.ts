/**
 * Measures how long the desk takes to show a long post, and a keystroke in its preview, and what
 * blocks its thread, compared with an empty Preact page: the built extension in a real Chromium.
 * `node tests/bench/desk.ts` runs it alone; `npm run bench` with all others.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { builtExtension } from '../support/binaries.ts';
import { launchChromium } from '../support/browsers/chromium.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { uuid, wrapUp } from '../support/records.ts';
import { putRows, withBarePage } from './bare-extension.ts';
import { type Fling, fling, watchPreview } from './desk-page.ts';
import { itemRows } from './popup-records.ts';
import { quantile } from './quantile.ts';
import { withSection } from './readme.ts';
import { machine } from './report.ts';
import { pause, showList, timeList, traceList, type Viewing } from './shown-list.ts';

const counts = [2_000, 10_000] as const;
/** Every letter is visible; a space at the end of a line would not be. */
const words = 'thewordsthatcame';
/** By then, everything that a page does by itself after it is shown is over. */
const watchedMs = 6_000;

interface Spread {
  p50: number;
  p95: number;
}

const spread = (values: readonly number[]): Spread => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

export interface DeskTimes {
  /**
   * From navigation to the frame that shows a page that does nothing else; by the clock and by the
   * processor.
   */
  bareMs: Spread;
  bareProcessorMs: Spread;
  posts: PostTimes[];
}

interface PostTimes {
  blocks: number;
  /** From navigation to the frame with the first blocks. */
  shownMs: Spread;
  processorMs: Spread;
  /** Relative to the bare page, by the clock and by the processor. */
  ratio: number;
  processorRatio: number;
  /** From a keystroke in a block to the frame whose preview shows it. */
  previewMs: Spread;
  /** For a fling over the post, and one over its preview, as soon as both are shown. */
  flung: { post: Fling; preview: Fling };
  /**
   * The longest task of the main thread above 50 ms until the page is at rest, and during typing;
   * 0: none.
   */
  longestAtStartMs: number;
  longestTypingMs: number;
}

/** All cases alternate, so that other work on the machine affects all of them equally. */
export async function benchDesk(
  rounds = 6,
  extensionDir = builtExtension('chromium'),
): Promise<DeskTimes> {
  const folder = await withBarePage(extensionDir);
  const browser = await launchChromium({ extensionDir: folder });
  const bare: number[] = [];
  const bareProcessor: number[] = [];
  const posts = counts.map(() => ({
    shown: [] as number[],
    processor: [] as number[],
    preview: [] as number[],
    atStart: [] as number[],
    typing: [] as number[],
    flung: { post: nothing, preview: nothing },
  }));
  try {
    await fill(browser);
    for (let round = -1; round < rounds; round++) {
      const empty = await timeList(browser, 'bare.html', '.empty', wide);
      const emptyThread = await traceList(browser, 'bare.html', '.empty', wide);
      // The first round warms up.
      if (round >= 0) {
        bare.push(empty);
        bareProcessor.push(emptyThread.between);
      }
      for (const [at, measured] of posts.entries()) {
        const thread = await traceList(browser, deskOf(at), block, wide);
        const page = await showList(browser, deskOf(at), block, wide);
        const shown = await page.evaluate(() => window.listShownMs ?? Number.NaN);
        if (round < 0) measured.flung = await flingIn(page);
        else {
          measured.shown.push(shown);
          measured.processor.push(thread.between);
          if (round % 3 === 0) await typeIn(page, measured);
        }
        await page.close();
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const bareMs = spread(bare);
  const bareProcessorMs = spread(bareProcessor);
  return {
    bareMs,
    bareProcessorMs,
    posts: posts.map(({ shown, processor, preview, atStart, typing, flung }, at) => ({
      blocks: counts[at] ?? 0,
      shownMs: spread(shown),
      processorMs: spread(processor),
      ratio: spread(shown).p50 / bareMs.p50,
      processorRatio: spread(processor).p50 / bareProcessorMs.p50,
      previewMs: spread(preview),
      flung,
      longestAtStartMs: Math.max(0, ...atStart),
      longestTypingMs: Math.max(0, ...typing),
    })),
  };
}

const block = '.block .block-body';
const placeOf = (at: number) => uuid(at + 1);
const deskOf = (at: number) => `desk.html#${placeOf(at)}`;
const chunk = 5_000;

async function fill(browser: Harness): Promise<void> {
  const page = await browser.openOwn('popup.html');
  await page.waitForSelector('.panel');
  for (const [at, count] of counts.entries()) {
    await putRows(page, { wrapUps: [{ ...wrapUp({ id: placeOf(at) }), live: 1 }], items: [] });
    const rows = itemRows(count, placeOf(at), 1_000_000 * (at + 1));
    for (let from = 0; from < count; from += chunk) {
      await putRows(page, { items: rows.slice(from, from + chunk) });
    }
  }
  await page.close();
}

/** With room for tray, post and preview. */
const wide: Viewing = { size: { width: 1366, height: 900 } };

const nothing: Fling = { frames: 0, withoutText: 0, emptyPx: 0 };

async function flingIn(page: Page): Promise<{ post: Fling; preview: Fling }> {
  await page.waitForSelector('.as-post .draft-block p', { timeout: 120_000 });
  const preview = await page.evaluate(fling, '.as-post', '.draft-block');
  return { preview, post: await page.evaluate(fling, '.desk-post .clips-scroller', '.block') };
}

/** Measures an open desk: what it does by itself, and how its preview reacts to keys in a block. */
async function typeIn(
  page: Page,
  measured: { preview: number[]; atStart: number[]; typing: number[] },
): Promise<void> {
  await page.waitForSelector('.as-post[aria-busy=false]', { timeout: 120_000 });
  await pause(watchedMs);
  measured.atStart.push(...(await page.evaluate(() => window.longTasksMs?.splice(0) ?? [])));
  await page.evaluate((selector) => {
    document.querySelectorAll<HTMLElement>(selector)[2]?.click();
  }, block);
  const field = await page.waitForSelector('.block-editor [data-field=note]');
  await field?.focus();
  await pause(1_000);
  await page.evaluate(watchPreview);
  await page.evaluate(() => window.longTasksMs?.splice(0));
  for (const [at, key] of [...words].entries()) {
    await page.keyboard.type(key);
    await page.waitForFunction((count) => window.previewMs?.length === count, {}, at + 1);
  }
  measured.preview.push(...(await page.evaluate(() => window.previewMs ?? [])));
  measured.typing.push(...(await page.evaluate(() => window.longTasksMs?.splice(0) ?? [])));
}

/** The section of the README, in Markdown. */
export function deskSection({ bareMs, bareProcessorMs, posts }: DeskTimes): string {
  const both = ({ p50, p95 }: Spread) => `${p50.toFixed(0)} / ${p95.toFixed(0)}`;
  const longest = (ms: number) => (ms === 0 ? 'none' : `${ms.toFixed(0)} ms`);
  const load = loadavg()[0]?.toFixed(0) ?? '?';
  const rows = posts.map((each) =>
    [
      each.blocks.toLocaleString('en'),
      both(each.shownMs),
      `${each.ratio.toFixed(2)} ×`,
      both(each.processorMs),
      `${each.processorRatio.toFixed(2)} ×`,
      both(each.previewMs),
      longest(each.longestAtStartMs),
      longest(each.longestTypingMs),
      `${each.flung.post.withoutText} / ${each.flung.preview.withoutText}`,
    ].join(' | '),
  );
  return [
    '## The desk',
    '',
    'A post of quotes at 1366 px, with tray and preview: navigation to the frame with its first blocks, by the clock and by the',
    'time that the main thread was on a processor, each with its ratio to an empty Preact page in the same run; a keystroke in a',
    'block to the frame whose preview shows it; p50 / p95 in ms. The longest task of the main thread above 50 ms until all is at',
    'rest, and while one types. Of a fling over ten screens of the post, and of its preview, the frames of 60 in which some part of',
    `the view held no text. The built extension on ${machine()}, ${new Date().toISOString().slice(0, 10)}, with a load of ${load}.`,
    'The same as data: `desk.json`; `node tests/bench/desk.ts` measures this alone.',
    '',
    `An empty Preact page: ${both(bareMs)}; processor ${both(bareProcessorMs)}.`,
    '',
    '| blocks | shown | of empty | processor | of empty | key to preview | longest at start | longest while typing | without text |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    'Wanted: ≤ 1.5 × an empty page at 2,000, a key to its preview ≤ 50 ms p95, no frame without',
    'text, nothing over 50 ms at 10,000.',
    '',
  ].join('\n');
}

/**
 * Stores the numbers with the others: `desk.json`, and a section of the README before the draft's.
 */
export function writeDesk(times: DeskTimes): void {
  const folder = new URL('.', import.meta.url);
  const readme = new URL('README.md', folder);
  writeFileSync(new URL('desk.json', folder), `${JSON.stringify(times, null, 2)}\n`);
  const old = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  writeFileSync(readme, withSection(old, deskSection(times), '## The draft'));
}

if (process.argv[1]?.endsWith('desk.ts')) {
  const [, , rounds, dir] = process.argv;
  const times = await benchDesk(rounds ? Number(rounds) : undefined, dir);
  // Another build may be measured; its figures are only printed.
  if (dir === undefined) writeDesk(times);
  console.log(deskSection(times));
}
