import * as v from 'valibot';
import type { Failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { CapturedMedia } from '../core/capture/captured-media.ts';
import type { FrameAnswer } from '../core/capture/frame-answer.ts';
import { type Playback, PlaybackSchema } from '../core/media/recording.ts';
import { askFrames, runInFrame } from '../page-wire/ask-page.ts';
import { pageFailure } from './page-failure.ts';

/** A stored value is there at once, or the frame is stuck. */
const heldMs = 1_500;

/** Runs in the frame, in our isolated world: returns what `capture-moment.js` stored there. */
function heldCaption(): string {
  return globalThis.wrapup?.medium?.text ?? '';
}

/** Runs in the frame: returns the position of the recording that `capture-moment.js` found last. */
function heldPlayback(): Omit<Playback, 'frameId'> | null {
  const media = globalThis.wrapup?.medium?.media;
  if (!media?.isConnected) return null;
  return {
    frameUrl: location.href,
    currentSeconds: media.currentTime,
    playing: !media.paused && !media.ended,
    rate: media.playbackRate,
  };
}

/** Runs in the frame: seeks that recording to a time. */
function seekHeld(seconds: number): boolean {
  const media = globalThis.wrapup?.medium?.media;
  if (!media?.isConnected) return false;
  media.currentTime = seconds;
  return true;
}

/** Reads what plays through `scripting` (`MediaReader` in `lib/app/ports.ts`). */
export const mediaReader = {
  async read(tabId: number): Promise<Result<FrameAnswer<CapturedMedia>[], Failure>> {
    try {
      return ok(await askFrames(tabId, 'capture-moment', null));
    } catch (thrown) {
      return fail(await pageFailure(tabId, thrown));
    }
  },

  async caption(tabId: number, frameId: number): Promise<string> {
    try {
      const text = await runInFrame({ tabId, frameId }, heldCaption, [], heldMs);
      return typeof text === 'string' ? text : '';
    } catch {
      // The frame is gone, with what played in it.
      return '';
    }
  },

  async playback(tabId: number, frameId: number): Promise<Playback | null> {
    try {
      const held = await runInFrame({ tabId, frameId }, heldPlayback, [], heldMs);
      return held === null ? null : v.parse(PlaybackSchema, { ...(held as object), frameId });
    } catch {
      // The frame is gone, with what played in it.
      return null;
    }
  },

  async seek(tabId: number, frameId: number, seconds: number): Promise<boolean> {
    try {
      return (await runInFrame({ tabId, frameId }, seekHeld, [seconds], heldMs)) === true;
    } catch {
      // The frame is gone, with what played in it.
      return false;
    }
  },
};
