import { browser } from 'wxt/browser';
import { exclusively } from '../browser/exclusive.ts';
import { isDiskFull } from '../browser/own-files.ts';
import { noteProblem } from '../core/base/problem.ts';
import { renewLog } from '../store/renew-log.ts';

const renewed = 'logRenewed';
/** Several times what a renewal writes: it must not be what fills the disk. */
const roomBytes = 16 * 1024 * 1024;

let isBegun = false;

/**
 * Once in the browser's session, after the first write, and in Chromium alone: whether the last session
 * ended in the middle of a write, nobody can know. Never rejects.
 */
export async function renewLogOnce(): Promise<void> {
  if (isBegun || import.meta.env.BROWSER === 'firefox') return;
  isBegun = true;
  try {
    await exclusively(
      'log',
      async () => {
        const stored = await browser.storage.session.get(renewed);
        if (stored[renewed] === true || (await isDiskFull(roomBytes))) return;
        await renewLog();
        await browser.storage.session.set({ [renewed]: true });
      },
      { ifFree: true },
    );
  } catch (thrown) {
    // What is stored is there as it was before.
    noteProblem('store.renew-log', thrown);
  }
}
