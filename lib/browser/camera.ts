import { type Failure, failure } from '../core/base/errors.ts';
import { limits } from '../core/base/limits.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { DrawnFrame } from '../core/capture/drawn-frame.ts';
import { sniffPicture } from '../core/media/picture-type.ts';
import { askFrame, runInFrame } from '../page-wire/ask-page.ts';
import { now, untilTime } from '../page-wire/time-limit.ts';
import { rememberRegion } from './asked-regions.ts';
import { textsForPages } from './language.ts';
import { pageFailure } from './page-failure.ts';
import { type Box, captureTab, cut, showsNothing, toPng } from './screenshot.ts';

interface Taken {
  bytes: ArrayBuffer;
  mediaType: string;
  uniform: boolean;
  reduced: boolean;
  seconds?: number;
}

/** Chromium allows two screenshots a second, refused ones included. */
const pauseMs = 600;
const tries = 3;
/** The time for all of them: the browser may never take a picture of a stuck page. */
const takeMs = 4_000;
/** How long we wait for our own card to disappear. */
const hideMs = 500;

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** Runs in the page: hides our own card and lets the page be drawn without it. */
function hideConfirmation(): Promise<void> {
  globalThis.wrapup?.confirmation?.close();
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    // A tab that is not drawn has no next frame.
    setTimeout(resolve, 200);
  });
}

/** Converts the answer of `capture-frame.js` to a picture. */
function toPicture(frame: DrawnFrame): Taken {
  if (!frame.drawn) throw new Error(frame.reason);
  const { base64, uniform, reduced, seconds } = frame;
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  if (sniffPicture(bytes) !== 'image/png') throw new Error('no PNG');
  return { bytes: bytes.buffer, mediaType: 'image/png', uniform, reduced, seconds };
}

async function shoot(
  tabId: number,
  where: { box: Box; viewport: { width: number; height: number } } | null,
): Promise<Taken> {
  const bitmap = await captureTab(tabId);
  try {
    const picture = cut(bitmap, where);
    const uniform = showsNothing(picture);
    for (const scale of [1, 0.5, 0.25]) {
      const bytes = await toPng(scale === 1 ? picture : cut(bitmap, where, scale));
      if (bytes.byteLength > limits.assetBytes) continue;
      return { bytes, mediaType: 'image/png', uniform, reduced: scale < 1 };
    }
    throw new Error('too long');
  } finally {
    bitmap.close();
  }
}

/** Takes pictures of tabs (`Camera` in `lib/app/ports.ts`). */
export const camera = {
  async takeFrame(tabId: number, frameId: number): Promise<Result<Taken, Failure>> {
    try {
      return ok(toPicture(await askFrame({ tabId, frameId }, 'capture-frame', null)));
    } catch (thrown) {
      return fail(failure('screenshot-failed', String(thrown)));
    }
  },

  async takeTab(
    tabId: number,
    where: { box: Box; viewport: { width: number; height: number } } | null,
  ): Promise<Result<Taken, Failure>> {
    // If no script may run there, nothing of ours is shown either.
    await runInFrame({ tabId }, hideConfirmation, [], hideMs).catch(() => undefined);
    const until = now() + takeMs;
    let last: Result<Taken, Failure> = fail(failure('screenshot-failed'));
    for (let left = tries; left > 0 && now() < until; left--) {
      try {
        const taken = await untilTime(shoot(tabId, where), until);
        last = ok(taken);
        if (!taken.uniform) return last;
      } catch (thrown) {
        if (!last.ok) last = fail(failure('screenshot-failed', String(thrown)));
      }
      if (left > 1) await pause();
    }
    return last;
  },

  async askRegion(tabId: number): Promise<Result<boolean, Failure>> {
    try {
      const requestId = crypto.randomUUID();
      await rememberRegion(tabId, requestId);
      const messages = await textsForPages();
      const asked = messages === undefined ? { requestId } : { requestId, messages };
      const isShown = await askFrame({ tabId }, 'draw-region', asked);
      return isShown ? ok(true) : fail(failure('screenshot-failed', 'no overlay'));
    } catch (thrown) {
      return fail(await pageFailure(tabId, thrown));
    }
  },
};
