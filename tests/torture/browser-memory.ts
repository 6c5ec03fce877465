import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

const kilobyte = 1_024;
/** A browser is at rest once its memory stays the same for this long, within this many bytes. */
const restMs = 12_000;
const restBytes = 8_000_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The most of the machine's memory that a browser used in a period, above what it used before. */
export interface MemoryUse {
  megabytes: number;
  seconds: number;
}

/**
 * Waits until the browser is at rest (everything that a page does after opening, including a
 * snapshot, is over), then measures all of its processes while `run` is running. Shared memory is
 * counted once.
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

/** @returns its memory at that time */
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
 * Returns each process's own pages and its share of shared ones, without pages of files, which
 * every other browser on the machine shares as well. Linux only, because other systems have no
 * `/proc`.
 */
function heldBytes(group: number): number {
  let bytes = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The fields after the name, which may contain spaces: state, parent, group.
      const [, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(pgrp) !== group) continue;
      const held = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      for (const [, kilobytes] of held.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm)) {
        bytes += Number(kilobytes) * kilobyte;
      }
    } catch (thrown) {
      // The process has ended meanwhile.
      if (!/ENOENT|ESRCH/.test(String(thrown))) throw thrown;
    }
  }
  return bytes;
}
