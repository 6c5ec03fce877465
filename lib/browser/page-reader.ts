import type { CaptureRequest } from '../core/capture.ts';
import type { Failure } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { askPage } from '../page-wire/ask-page.ts';
import { adapterScriptFor } from '../sites/find-site.ts';
import { pageFailure } from './page-failure.ts';

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
  late?: true;
}

/**
 * Runs in the page, in our isolated world: tells the capture script what is wanted, forgets the
 * adapters of a page that was here before, and says where it is.
 */
function setRequest(request: CaptureRequest, isPage: boolean): string {
  const world = globalThis as {
    wrapupRequest?: CaptureRequest;
    wrapupAdapters?: unknown;
    location?: { href: string };
    top?: unknown;
    self?: unknown;
  };
  // The page itself is asked by a call of its own, and may be answering already.
  if (isPage || world.self !== world.top) {
    world.wrapupRequest = request;
    world.wrapupAdapters = undefined;
  }
  return world.location?.href ?? '';
}

/** What to inject, in this order; the last one's answer counts. `address` is that of the page itself. */
export function captureScripts(request: CaptureRequest, address: unknown): string[] {
  const adapters = typeof address === 'string' ? adapterScriptFor(address) : undefined;
  const script = scripts[request.want] ?? otherwise;
  return adapters === undefined ? [script] : [`/${adapters}.js`, script];
}

/** Reads pages through `scripting` (`PageReader` in `lib/app/ports.ts`). */
export const pageReader = {
  async read(tabId: number, request: CaptureRequest): Promise<Result<FrameAnswer[], Failure>> {
    try {
      return ok(
        await askPage(tabId, {
          name: 'capture',
          put: setRequest,
          question: request,
          files: (address) => captureScripts(request, address),
        }),
      );
    } catch (thrown) {
      return fail(await pageFailure(tabId, thrown));
    }
  },
};
