import { browser } from 'wxt/browser';
import { isDiskFull } from '../browser/disk-room.ts';
import { exclusively } from '../browser/exclusive.ts';
import { tornKey } from '../browser/storage-keys.ts';
import { noteProblem } from '../core/base/problem.ts';
import { renewLog } from '../store/renew-log.ts';

const renewed = 'logRenewed';
/** Several times what a renewal writes, because a renewal must not fill the disk. */
const roomBytes = 16 * 1024 * 1024;

/** Firefox's SQLite rolls back incomplete writes. */
const isNeeded = import.meta.env.BROWSER !== 'firefox';
let isBegun = false;
let isTorn = false;
/** The note that the log may be torn, while it is being sent to the other pages. */
let noting: Promise<void> | undefined;

/**
 * Renews the log once in the browser's session, after the first write, and only in Chromium: nobody
 * can know whether the last session ended in the middle of a write. Never rejects.
 */
export async function renewLogOnce(): Promise<void> {
  if (isBegun || !isNeeded) return;
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
    // What is stored is unchanged.
    noteProblem('store.renew-log', thrown);
  }
}

/**
 * Called when the browser has closed the database, because a write that had no room leaves a torn
 * log.
 */
export async function noteClosed(): Promise<void> {
  if (!isNeeded) return;
  isTorn = true;
  noting = note();
  await noting;
}

async function note(): Promise<void> {
  try {
    await browser.storage.session.set({ [tornKey]: true });
  } catch (thrown) {
    // This page knows, but others may not.
    noteProblem('store.note-closed', thrown);
  }
}

/**
 * False while there is no room to replace a log that may be torn: Chromium (156) opens it anyway,
 * and after a few failed writes it deletes everything. If there is room, the log is renewed first.
 * Rejects if that fails; it is retried when next needed.
 */
export async function mayOpenAgain(): Promise<boolean> {
  if (!isNeeded || !(await isNotedTorn())) return true;
  const isRenewed = await exclusively('log', async () => {
    // Another page may have done it while this one waited.
    if (!(await isNotedTorn())) return true;
    if (await isDiskFull(roomBytes)) return false;
    await renewLog();
    // A first write that came meanwhile did not wait for its own renewal; this one serves for it.
    await browser.storage.session.set({ [renewed]: true });
    await browser.storage.session.remove(tornKey);
    return true;
  });
  isTorn = isRenewed !== true;
  return !isTorn;
}

async function isNotedTorn(): Promise<boolean> {
  try {
    await noting;
    return (await browser.storage.session.get(tornKey))[tornKey] === true;
  } catch (thrown) {
    noteProblem('store.note-closed', thrown);
    return isTorn;
  }
}
