import type { CaptureRequest } from '../core/capture.ts';
import type { Failure } from '../core/errors.ts';
import { createTurns } from '../core/in-turn.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { adapterScriptFor } from '../sites/find-site.ts';
import { pageFailure } from './page-failure.ts';
import { runScript } from './run-script.ts';

/**
 * A page gets only the code it needs: the converter comes where a selection is wanted, an adapter
 * where the page's site has one.
 */
const scripts: Partial<Record<CaptureRequest['want'], string>> = {
  clip: '/capture-selection.js',
  person: '/capture-person.js',
};
const otherwise = '/capture-page.js';

interface FrameAnswer {
  frameId: number;
  answer: unknown;
}

/**
 * Runs in the page, in our isolated world: tells the capture script what is wanted, forgets the
 * adapters of a page that was here before, and says where it is.
 */
function setRequest(request: CaptureRequest): string {
  const world = globalThis as {
    wrapupRequest?: CaptureRequest;
    wrapupAdapters?: unknown;
    location?: { href: string };
  };
  world.wrapupRequest = request;
  world.wrapupAdapters = undefined;
  return world.location?.href ?? '';
}

/** What to inject, in this order; the last one's answer counts. `address` is that of the page itself. */
export function captureScripts(request: CaptureRequest, address: unknown): string[] {
  const adapters = typeof address === 'string' ? adapterScriptFor(address) : undefined;
  const script = scripts[request.want] ?? otherwise;
  return adapters === undefined ? [script] : [`/${adapters}.js`, script];
}

async function readFrames(
  target: { tabId: number; allFrames?: boolean },
  request: CaptureRequest,
): Promise<FrameAnswer[]> {
  const frames = await runScript({ target, func: setRequest, args: [request] });
  const files = captureScripts(request, frames.find(({ frameId }) => frameId === 0)?.result);
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
