/**
 * Measures how long it takes to capture a long article, all of it selected, compared with what the
 * browser itself takes to copy it: by the clock, and by the processor time of the page's thread,
 * which other work on the machine hardly affects. `node tests/bench/capture.ts` runs it alone; `npm
 * run bench` with all others.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import { bundleForPage } from '../support/bundle-for-page.ts';
import { launchPlainChromium } from '../support/plain-chromium.ts';
import type { CaptureWay } from './capture-in-page.ts';
import { longArticle } from './made-pages.ts';
import type * as InPage from './page.ts';
import { quantile } from './quantile.ts';
import { withSection } from './readme.ts';
import { load, machine } from './report.ts';

declare const bench: typeof InPage;

export interface Spread {
  bestMs: number;
  p50Ms: number;
  p95Ms: number;
}

/** By the clock, and by the processor. */
export interface Cost {
  clock: Spread;
  processor: Spread;
}

export interface CaptureTimes {
  /** Size of the page's HTML. */
  kilobytes: number;
  floor: Cost;
  capture: Cost;
  /** Ratio of processor time, p50. */
  ratio: number;
}

const spread = (all: readonly number[]): Spread => ({
  bestMs: Math.min(...all),
  p50Ms: quantile(all, 0.5),
  p95Ms: quantile(all, 0.95),
});

/** Measures capturing the whole page, when all of it is selected; the ways alternate. */
export async function benchCapture(
  page: Page,
  html: string,
  rounds: number,
): Promise<CaptureTimes> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate((shown) => bench.showSelected(shown), html);
  const all = (): { clock: number[]; processor: number[] } => ({ clock: [], processor: [] });
  const times = { floor: all(), capture: all(), nothing: all() };
  for (let round = -5; round < rounds; round++) {
    for (const way of ['nothing', 'floor', 'capture'] as const) {
      const { clockMs, processorMs } = await costOf(page, client, way);
      // The first rounds warm up.
      if (round < 0) continue;
      times[way].clock.push(clockMs);
      times[way].processor.push(processorMs);
    }
  }
  await client.detach();
  const asking = quantile(times.nothing.processor, 0.5);
  const cost = (way: 'floor' | 'capture'): Cost => ({
    clock: spread(times[way].clock),
    processor: spread(times[way].processor.map((each) => each - asking)),
  });
  const [floor, capture] = [cost('floor'), cost('capture')];
  return {
    kilobytes: html.length / 1e3,
    floor,
    capture,
    ratio: capture.processor.p50Ms / floor.processor.p50Ms,
  };
}

async function costOf(
  page: Page,
  client: CDPSession,
  way: CaptureWay,
): Promise<{ clockMs: number; processorMs: number }> {
  const before = await threadMs(client);
  const clockMs = await page.evaluate((which) => bench.timeOf(which), way);
  return { clockMs, processorMs: (await threadMs(client)) - before };
}

/** Returns the processor time used by the page's main thread, ms. */
async function threadMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ThreadTime');
  if (!found) throw new Error('The browser does not tell its thread’s time');
  return found.value * 1_000;
}

/** The section of the README, in Markdown. */
export function captureSection({ kilobytes, floor, capture, ratio }: CaptureTimes): string {
  const ms = ({ bestMs, p50Ms, p95Ms }: Spread) =>
    [bestMs, p50Ms, p95Ms].map((each) => each.toFixed(1)).join(' / ');
  const row = (name: string, key: keyof Cost) => {
    const times = capture[key].p50Ms / floor[key].p50Ms;
    return `| ${name} | ${ms(floor[key])} | ${ms(capture[key])} | ${times.toFixed(1)} × |`;
  };
  return [
    '## A long article, all of it selected',
    '',
    `${kilobytes.toFixed(0)} kB of page. *Floor*: the browser itself copies the selection, writes it as HTML and reads its text. *Capture*:`,
    'what the page says of itself, finding and copying what is shown, cleaning it, its words, place and Markdown. ms,',
    'best / p50 / p95, by the processor’s time of the page’s thread (CDP’s `ThreadTime`, less what asking for it costs)',
    'and by the clock, to which a busy machine adds; the ratio is that of p50.',
    `On ${machine()}, ${new Date().toISOString().slice(0, 10)}, with a load of ${load().toFixed(0)}. The same as data: \`capture.json\`;`,
    '`node tests/bench/capture.ts` measures this alone.',
    '',
    '| | floor | capture | ratio |',
    '| --- | --- | --- | --- |',
    row('processor', 'processor'),
    row('clock', 'clock'),
    '',
    `Wanted: ≤ 5 × the floor by the processor’s time; measured: ${ratio.toFixed(1)} ×.`,
    '',
  ].join('\n');
}

/** Stores the numbers with the others: `capture.json`, and a section of the README. */
export function writeCapture(times: CaptureTimes): void {
  const folder = new URL('.', import.meta.url);
  const readme = new URL('README.md', folder);
  writeFileSync(new URL('capture.json', folder), `${JSON.stringify(times, null, 2)}\n`);
  const old = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  writeFileSync(readme, withSection(old, captureSection(times), '## Conversion'));
}

if (process.argv[1]?.endsWith('bench/capture.ts')) {
  process.chdir(new URL('../..', import.meta.url).pathname);
  const browser = await launchPlainChromium();
  try {
    const page = await browser.newPage();
    await page.evaluate(await bundleForPage('tests/bench/page.ts', 'bench'));
    const rounds = Number(process.argv[2] ?? 40);
    const times = await benchCapture(page, longArticle(), rounds);
    writeCapture(times);
    console.log(captureSection(times));
  } finally {
    await browser.close();
  }
}
