import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

const kilobyte = 1_024;
/** A browser is at rest once it holds the same for so long, but for so many bytes. */
const restMs = 12_000;
const restBytes = 8_000_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The most that a browser held of the machine's memory in a stretch of time, above what it held before. */
export interface MemoryUse {
  megabytes: number;
  seconds: number;
}

/**
 * Waits until the browser is at rest (what a page does once it is open, a snapshot among it, is over), then
 * measures all of its processes while `run` goes on. What they share is counted once.
 */
export async function memoryAboveIdle(page: Page, run: () => Promise<void>): Promise<MemoryUse> {
  const group = page.browser().process()?.pid ?? -1;
  const idle = await atRest(group);
  const started = performance.now();
  let most = idle;
  const timer = setInterval(() => {
    most = Math.max(most, heldBytes(group));
  }, 100);
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
  return {
    megabytes: Math.round((most - idle) / 1e6),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

/** @returns what it holds then */
async function atRest(group: number): Promise<number> {
  let readings: { at: number; bytes: number }[] = [];
  for (const started = performance.now(); performance.now() - started < 180_000; ) {
    readings.push({ at: performance.now(), bytes: heldBytes(group) });
    const all = readings.map(({ bytes }) => bytes);
    const isSame = Math.max(...all) - Math.min(...all) < restBytes;
    if (!isSame) readings = readings.slice(-1);
    else if (performance.now() - (readings[0]?.at ?? 0) > restMs) return Math.min(...all);
    await pause(500);
  }
  throw new Error('The browser does not come to rest');
}

/**
 * Each process's own pages and its part of those that it shares, without pages of files, which every other browser of
 * the machine shares as well. Of Linux alone: elsewhere there is no `/proc`.
 */
function heldBytes(group: number): number {
  let bytes = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // After the name, which may have spaces: state, parent, group.
      const [, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(pgrp) !== group) continue;
      const held = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      for (const [, kilobytes] of held.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm)) {
        bytes += Number(kilobytes) * kilobyte;
      }
    } catch (thrown) {
      // A process that has ended meanwhile.
      if (!/ENOENT|ESRCH/.test(String(thrown))) throw thrown;
    }
  }
  return bytes;
}
