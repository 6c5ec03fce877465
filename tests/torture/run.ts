/**
 * `npm run torture -- --rounds N --seed S [--browser chromium|firefox] [--only
 * kills|damages|faults|stops|windows]` works at random in real browsers, kills them, stops their
 * backgrounds, and writes the results to README.md beside this file. `--load` measures with 100,000
 * clips, 500 pictures and 5,000 cycles instead (`--clips`, `--pictures`, `--cycles`; `--only
 * clips|clips-backup|pictures|memory`).
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '../support/browsers/harness.ts';
import { faultTable } from './faults.ts';
import { killRounds } from './kill/rounds.ts';
import { backupUnderLoad, underLoad } from './load.ts';
import { memoryOverCycles } from './memory.ts';
import { browserVersion, machine, writeResult } from './results.ts';
import { stopRounds } from './stops.ts';
import { twoWindows } from './windows.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    browser: { type: 'string' },
    only: { type: 'string' },
    load: { type: 'boolean', default: false },
    clips: { type: 'string', default: '100000' },
    pictures: { type: 'string', default: '500' },
    cycles: { type: 'string', default: '5000' },
  },
});
const browsers: BrowserName[] =
  values.browser === undefined ? ['chromium', 'firefox'] : [values.browser as BrowserName];
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];

const parts: Record<string, (browser: BrowserName) => Promise<object>> = {
  kills: (browser) => killRounds(browser, rounds, seed, { tell: console.log }),
  damages: (browser) => killRounds(browser, rounds, seed, { tell: console.log, damaged: true }),
  faults: (browser) => faultTable(browser),
  stops: (browser) => stopRounds(browser, rounds, seed, console.log),
  // An edit is quick.
  windows: (browser) => twoWindows(browser, rounds * 20, seed),
};
const manyClips = {
  wrapUps: 100,
  largest: Math.min(5_000, Number(values.clips) / 2),
  clips: Number(values.clips),
  pictures: 0,
  pictureBytes: 0,
};
const manyPictures = {
  ...{ wrapUps: 2, largest: 100, clips: 200 },
  pictures: Number(values.pictures),
  pictureBytes: 2_000_000,
};
/** Parts that take long whatever the number of rounds, run with `--load`. */
const loads: Record<string, (browser: BrowserName) => Promise<object>> = {
  clips: (browser) => underLoad(browser, manyClips),
  'clips-backup': (browser) => backupUnderLoad(browser, manyClips),
  pictures: (browser) => backupUnderLoad(browser, manyPictures),
  memory: () => memoryOverCycles(Number(values.cycles)),
};

for (const browser of browsers) {
  for (const [part, run] of Object.entries(values.load ? loads : parts)) {
    if (values.only !== undefined && values.only !== part) continue;
    // Firefox does not report its memory.
    if (part === 'memory' && browser === 'firefox') continue;
    const started = performance.now();
    const figures = await run(browser);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const date = new Date().toISOString().slice(0, 10);
    const entry = { part, date, browser: browserVersion(browser), seed, machine, seconds, figures };
    console.log(JSON.stringify(entry, null, 2));
    writeResult(entry);
  }
}
