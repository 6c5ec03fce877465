import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

const pageBytes = 4_096;

/**
 * The most that all processes of a browser hold of the machine's memory while `run` goes on, above what they
 * held before, in MB. What they share is counted for each of them.
 */
export async function memoryAboveIdle(page: Page, run: () => Promise<void>): Promise<number> {
  const group = page.browser().process()?.pid ?? -1;
  const idle = residentBytes(group);
  let most = idle;
  const timer = setInterval(() => {
    most = Math.max(most, residentBytes(group));
  }, 50);
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
  return Math.round((most - idle) / 1e6);
}

/** Of Linux alone: elsewhere there is no `/proc`. */
function residentBytes(group: number): number {
  let bytes = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // After the name, which may have spaces: state, parent, group.
      const [, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(pgrp) !== group) continue;
      bytes += Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
    } catch (thrown) {
      // A process that has ended meanwhile.
      if (!/ENOENT|ESRCH/.test(String(thrown))) throw thrown;
    }
  }
  return bytes;
}
