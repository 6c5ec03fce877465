import type { Failure } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { askPage } from '../page-wire/ask-page.ts';
import { runScript } from '../page-wire/run-script.ts';
import { now } from '../page-wire/time-limit.ts';
import { pageFailure } from './page-failure.ts';

const momentScript = '/capture-moment.js';
/** What is held from before is there at once, or the frame is stuck. */
const heldMs = 1_500;

interface FrameAnswer {
  frameId: number;
  answer: unknown;
  late?: true;
}

/** Runs in the frame, in our isolated world: what `capture-moment.js` kept for later. */
function heldCaption(): string {
  const { wrapupMedium } = globalThis as { wrapupMedium?: { text?: string } };
  return wrapupMedium?.text ?? '';
}

/** Runs in the frame: where the recording stands that `capture-moment.js` found last. */
function heldPlayback(): object | null {
  const world = globalThis as {
    wrapupMedium?: { media: HTMLMediaElement };
    location?: { href: string };
  };
  const media = world.wrapupMedium?.media;
  if (!media?.isConnected) return null;
  return {
    frameUrl: world.location?.href ?? '',
    currentSeconds: media.currentTime,
    playing: !media.paused && !media.ended,
    rate: media.playbackRate,
  };
}

/** Runs in the frame: makes that recording go to a time. */
function seekHeld(seconds: number): boolean {
  const { wrapupMedium } = globalThis as { wrapupMedium?: { media: HTMLMediaElement } };
  if (!wrapupMedium?.media.isConnected) return false;
  wrapupMedium.media.currentTime = seconds;
  return true;
}

/** Reads what plays through `scripting` (`MediaReader` in `lib/app/ports.ts`). */
export const mediaReader = {
  async read(tabId: number): Promise<Result<FrameAnswer[], Failure>> {
    try {
      return ok(await askPage(tabId, { name: 'media', files: () => [momentScript] }));
    } catch (thrown) {
      return fail(await pageFailure(tabId, thrown));
    }
  },

  async caption(tabId: number, frameId: number): Promise<string> {
    try {
      const target = { tabId, frameIds: [frameId] };
      const [answer] = await runScript({ target, func: heldCaption, args: [] }, now() + heldMs);
      return typeof answer?.result === 'string' ? answer.result : '';
    } catch {
      return '';
    }
  },

  async playback(tabId: number, frameId: number): Promise<unknown> {
    try {
      const target = { tabId, frameIds: [frameId] };
      const [answer] = await runScript({ target, func: heldPlayback, args: [] }, now() + heldMs);
      return answer?.result ?? null;
    } catch {
      return null;
    }
  },

  async seek(tabId: number, frameId: number, seconds: number): Promise<boolean> {
    try {
      const target = { tabId, frameIds: [frameId] };
      const [answer] = await runScript({ target, func: seekHeld, args: [seconds] }, now() + heldMs);
      return answer?.result === true;
    } catch {
      return false;
    }
  },
};
