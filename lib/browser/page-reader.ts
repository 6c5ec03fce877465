import type { CaptureRequest } from '../core/capture.ts';
import type { Failure } from '../core/errors.ts';
import { createTurns } from '../core/in-turn.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { pageFailure } from './page-failure.ts';
import { runScript } from './run-script.ts';

/** A page gets only the code it needs: the converter comes where a selection is wanted. */
const pageScript = '/capture-page.js';
const selectionScript = '/capture-selection.js';

interface FrameAnswer {
  frameId: number;
  answer: unknown;
}

/** Runs in the page, in our isolated world: tells the capture script what is wanted. */
function setRequest(request: CaptureRequest) {
  (globalThis as { wrapupRequest?: CaptureRequest }).wrapupRequest = request;
}

async function readFrames(
  target: { tabId: number; allFrames?: boolean },
  request: CaptureRequest,
): Promise<FrameAnswer[]> {
  await runScript({ target, func: setRequest, args: [request] });
  const files = request.want === 'clip' ? [pageScript, selectionScript] : [pageScript];
  const results = await runScript({ target, files });
  return results.map(({ frameId, result }) => ({ frameId, answer: result }));
}

/**
 * Reads pages through `scripting` (`PageReader` in `lib/app/ports.ts`): all frames, or, where one
 * of them keeps scripts out, the page itself.
 */
export function createPageReader() {
  // The request stands in a global for a moment: two at once would read each other's.
  const inTurn = createTurns();
  const read = async (
    tabId: number,
    request: CaptureRequest,
  ): Promise<Result<FrameAnswer[], Failure>> => {
    try {
      return ok(await readFrames({ tabId, allFrames: true }, request));
    } catch {
      try {
        return ok(await readFrames({ tabId }, request));
      } catch (thrown) {
        return fail(await pageFailure(tabId, thrown));
      }
    }
  };
  return {
    read: (tabId: number, request: CaptureRequest) => inTurn(() => read(tabId, request)),
  };
}
