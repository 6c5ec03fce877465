/**
 * Measures how long upgrading many clips from the version before blocks takes, until the popup
 * shows them, and what remains if the browser is killed in the middle; the built extension in a
 * real Chromium. `node tests/bench/upgrade.ts` runs it; it is not part of `npm run bench`, because
 * an upgrade happens only once.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../support/browsers/chromium.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { bundleForPage } from '../support/bundle-for-page.ts';
import { withSection } from './readme.ts';
import { machine } from './report.ts';
import type * as InPage from './upgrade-page.ts';

declare const upgrade: typeof InPage;

const clips = 100_000;
const atOnce = 5_000;
const code = await bundleForPage('tests/bench/upgrade-page.ts', 'upgrade');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function withCode(browser: Harness): Promise<Page> {
  const page = await browser.openOwn('manifest.json');
  await page.evaluate(code);
  return page;
}

/** It is created once; each measurement begins with a copy. */
async function make(browser: Harness): Promise<void> {
  const page = await withCode(browser);
  const put = await page.evaluateHandle((count) => upgrade.makeVersion4(count), clips);
  for (let from = 0; from < clips; from += atOnce) {
    await put.evaluate((some, ...range) => some(...range), from, from + atOnce);
  }
  await page.close();
}

async function look(browser: Harness) {
  const page = await withCode(browser);
  const found = await page.evaluate(() => upgrade.lookAtDatabase());
  await page.close();
  return found;
}

/** Returns the time from opening the popup to its list. */
async function show(browser: Harness): Promise<number> {
  const begun = performance.now();
  const page = await browser.openOwn('popup.html');
  await page.waitForSelector('li.clip', { timeout: 120_000 });
  const ms = performance.now() - begun;
  await page.close();
  return ms;
}

/** The database, and what is remembered about it outside. */
const folders = ['IndexedDB', 'Local Extension Settings', 'File System'];
const saved = mkdtempSync(join(tmpdir(), 'wrapup-version-4-'));
function copyAll(from: string, to: string) {
  for (const name of folders) {
    rmSync(join(to, name), { recursive: true, force: true });
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
  }
}
const save = (profile: string) => copyAll(join(profile, 'Default'), saved);
const giveBack = (profile: string) => copyAll(saved, join(profile, 'Default'));

const browser = await launchChromium();
try {
  await make(browser);
  await browser.restart('quit', save);
  const firstMs = await show(browser);
  const whole = await look(browser);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const lines = [`| never | | ${seconds(firstMs)} | ${whole.clips} | ${whole.inIndex} |`];
  console.error(lines[0]);
  for (const part of [0.5, 0.8]) {
    await browser.restart('quit', giveBack);
    void browser.openOwn('popup.html').catch(() => {});
    await pause(firstMs * part);
    await browser.restart('kill');
    const left = await look(browser);
    const againMs = await show(browser);
    const { clips: found, inIndex } = await look(browser);
    const state = `${left.version}, ${left.clips} clips`;
    lines.push(
      `| after ${seconds(firstMs * part)} | ${state} | ${seconds(againMs)} | ${found} | ${inIndex} |`,
    );
    console.error(lines.at(-1));
  }
  const section = [
    '## An upgrade',
    '',
    `${clips.toLocaleString('en')} clips of database version 4, from the opening of the popup to its list, and where the browser is`,
    `killed meanwhile and started again; on ${machine()}, ${new Date().toISOString().slice(0, 10)}, with a load of`,
    `${loadavg()[0]?.toFixed(0)}. \`node tests/bench/upgrade.ts\` measures this.`,
    '',
    '| killed | left: version | list shown | clips | in the index |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
  const readme = new URL('README.md', import.meta.url);
  writeFileSync(readme, withSection(readFileSync(readme, 'utf8'), section));
  console.log(section);
} finally {
  await browser.close();
  rmSync(saved, { recursive: true, force: true });
}
