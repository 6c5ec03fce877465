/**
 * `npm run bench` compares the converter with its peers, and times the popup, the desk, the draft
 * and a gesture, in a real Chromium. `--no-popup` leaves the sections of the last four unchanged.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleForPage } from '../support/bundle-for-page.ts';
import { launchPlainChromium } from '../support/plain-chromium.ts';
import { benchCapture, captureSection, writeCapture } from './capture.ts';
import { benchDesk, deskSection, writeDesk } from './desk.ts';
import { benchDraft, draftSection, writeDraft } from './draft.ts';
import { benchGesture, gestureSection, writeGesture } from './gesture.ts';
import { longArticle } from './made-pages.ts';
import type { Growth, Timings } from './measure.ts';
import type * as InPage from './page.ts';
import { benchPages } from './pages.ts';
import { otherPeers, ownPeers } from './peers.ts';
import { benchPopup, popupSection, writePopup, writeReadme } from './popup.ts';
import { load, machine, type Results, report } from './report.ts';

declare const bench: typeof InPage;

const rounds = 5;
const captureRounds = 40;
const limitMs = 1000;
/** The converters whose growth matters; the others are slow, and fail on some shapes. */
const grown = ['Wrapup', 'Turndown 7.2.5', 'defuddle', 'mdream'];
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

process.chdir(new URL('../..', import.meta.url).pathname);
const folder = option('--pages');
const pages = benchPages(folder);
const isQuick = process.argv.includes('--quick');
const cache = resolve('.cache/bench');
const peers = [...(await ownPeers(cache)), ...(isQuick ? [] : await otherPeers(cache))];

const browser = await launchPlainChromium();
try {
  const page = await browser.newPage();
  await page.evaluate(await bundleForPage('tests/bench/page.ts', 'bench'));
  for (const { name, code } of peers) {
    await page.evaluate(code);
    await page.evaluate((key) => bench.addConverters(key), `peers_${name}`);
  }
  const names = await page.evaluate(() => Object.keys(bench.converters));
  const throughput: Record<string, Timings> = {};
  const growth: Record<string, Record<string, Growth>> = {};
  for (const name of names) {
    throughput[name] = await page.evaluate(
      (...args) => bench.measureByName(...args),
      name,
      pages,
      rounds,
    );
    console.log(name, throughput[name]);
  }
  await page.evaluate((html) => bench.addPage(html), longArticle());
  const shapes = await page.evaluate(() => Object.keys(bench.shapes));
  const client = await page.createCDPSession();
  for (const shape of shapes) {
    growth[shape] = {};
    for (const name of names.filter((each) => grown.includes(each))) {
      // The previous converter's garbage must not slow this one down.
      await client.send('HeapProfiler.collectGarbage');
      const grown = await page.evaluate(
        (...args) => bench.growthByName(...args),
        name,
        shape,
        limitMs,
      );
      growth[shape][name] = grown;
      console.log(
        shape,
        name,
        grown.exponent?.toFixed(2),
        grown.ms.at(-1)?.toFixed(1) ?? grown.error,
      );
    }
  }
  const capture = await benchCapture(page, longArticle(), captureRounds);
  const bytes = pages.reduce((sum, each) => sum + each.length, 0);
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    browser: await browser.version(),
    pages: {
      count: pages.length,
      megabytes: bytes / 1e6,
      source:
        folder ?? 'made, with the structure of real articles, stories, documentation and threads',
    },
    throughput,
    growth,
    load: load(),
  };
  if (!isQuick && !folder) {
    writeFileSync('tests/bench/results.json', `${JSON.stringify(results, null, 2)}\n`);
    // The code that measures the popup adds its section afterwards.
    writeReadme(report(results));
    writeCapture(capture);
  }
  console.log(report(results), captureSection(capture));
} finally {
  await browser.close();
}

if (!isQuick && !folder && !process.argv.includes('--no-popup')) {
  const times = await benchPopup();
  writePopup(times);
  console.log(popupSection(times));
  const desk = await benchDesk();
  writeDesk(desk);
  console.log(deskSection(desk));
  const drafts = await benchDraft();
  writeDraft(drafts);
  console.log(draftSection(drafts));
  const gestures = await benchGesture();
  writeGesture(gestures);
  console.log(gestureSection(gestures));
}
