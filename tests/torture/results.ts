import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { requireBrowser } from '../support/binaries.ts';
import type { BrowserName } from '../support/browsers/harness.ts';
import { report } from './report.ts';

/** The result of one part of the torture test. */
export interface Entry<Figures = unknown> {
  part: string;
  date: string;
  browser: string;
  seed: number;
  machine: string;
  seconds: number;
  figures: Figures;
}

const file = (name: string) => new URL(name, import.meta.url);
/** How many runs of each part and browser are kept. */
const keptRuns = 16;

export function readResults(): Entry[] {
  const path = file('results.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Entry[]) : [];
}

/** Adds a run to `results.json`, and writes README.md again from it. */
export function writeResult(entry: Entry): void {
  const isSame = (other: Entry) =>
    other.part === entry.part && other.browser.split(' ')[0] === entry.browser.split(' ')[0];
  const others = readResults();
  const same = [...others.filter(isSame), entry].slice(-keptRuns);
  const results = [...others.filter((other) => !isSame(other)), ...same];
  writeFileSync(file('results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(file('README.md'), report(results));
}

/** Returns the browser's name and version. */
export function browserVersion(name: BrowserName): string {
  const said = execFileSync(requireBrowser(name), ['--version'], { encoding: 'utf8' });
  return /(Chromium|Chrome|Firefox|Edge)\S*(?: ESR)? [\d.]+/.exec(said)?.[0] ?? said.trim();
}

export const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`;
