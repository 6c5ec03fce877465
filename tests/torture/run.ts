/**
 * `npm run torture -- --rounds N --seed S [--browser chromium|firefox]`: kills browsers in the middle of
 * work, and writes what it found to README.md beside this file.
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '../support/browsers/harness.ts';
import { killRounds } from './kill/rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    browser: { type: 'string' },
  },
});
const browsers: BrowserName[] =
  values.browser === undefined ? ['chromium', 'firefox'] : [values.browser as BrowserName];
for (const browser of browsers) {
  const figures = await killRounds(
    browser,
    Number(values.rounds),
    Number(values.seed),
    console.log,
  );
  console.log(browser, JSON.stringify(figures, null, 1));
}
