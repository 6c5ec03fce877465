/**
 * `npm run torture -- --rounds N --seed S [--browser chromium|firefox] [--only kills|damages|stops|windows]`: works
 * at random in real browsers, kills them, stops their backgrounds, and writes what it found to README.md
 * beside this file.
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '../support/browsers/harness.ts';
import { killRounds } from './kill/rounds.ts';
import { browserVersion, machine, writeResult } from './results.ts';
import { stopRounds } from './stops.ts';
import { twoWindows } from './windows.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    browser: { type: 'string' },
    only: { type: 'string' },
  },
});
const browsers: BrowserName[] =
  values.browser === undefined ? ['chromium', 'firefox'] : [values.browser as BrowserName];
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];

const parts: Record<string, (browser: BrowserName) => Promise<object>> = {
  kills: (browser) => killRounds(browser, rounds, seed, { tell: console.log }),
  damages: (browser) => killRounds(browser, rounds, seed, { tell: console.log, damaged: true }),
  stops: (browser) => stopRounds(browser, rounds, seed, console.log),
  // An edit is quick.
  windows: (browser) => twoWindows(browser, rounds * 20, seed),
};

for (const browser of browsers) {
  for (const [part, run] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== part) continue;
    const started = performance.now();
    const figures = await run(browser);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const date = new Date().toISOString().slice(0, 10);
    const entry = { part, date, browser: browserVersion(browser), seed, machine, seconds, figures };
    console.log(JSON.stringify(entry, null, 2));
    writeResult(entry);
  }
}
