import type { Capture, CaptureRequest } from '../core/capture.ts';
import type { Failure } from '../core/errors.ts';
import type { FrameAnswer } from '../core/frame-answer.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { askFrames } from '../page-wire/ask-page.ts';
import { adapterScriptFor } from '../sites/find-site.ts';
import { pageFailure } from './page-failure.ts';

/** The adapter that a page's site has, if it has one: a page gets only the code it needs. */
export function adapterFiles(pageAddress: string): string[] {
  const adapter = adapterScriptFor(pageAddress);
  return adapter === undefined ? [] : [`/${adapter}.js`];
}

function ask(
  tabId: number,
  request: CaptureRequest,
  beforeLongRead: (() => Promise<void>) | undefined,
): Promise<FrameAnswer<Capture>[]> {
  const options = { filesBefore: adapterFiles, beforeLongRead };
  switch (request.want) {
    case 'clip':
      return askFrames(tabId, 'capture-selection', request, options);
    case 'person':
      return askFrames(tabId, 'capture-person', request, options);
    default:
      return askFrames(tabId, 'capture-page', request, options);
  }
}

/** Reads pages through `scripting` (`PageReader` in `lib/app/ports.ts`). */
export const pageReader = {
  async read(
    tabId: number,
    request: CaptureRequest,
    beforeLongRead?: () => Promise<void>,
  ): Promise<Result<FrameAnswer<Capture>[], Failure>> {
    try {
      return ok(await ask(tabId, request, beforeLongRead));
    } catch (thrown) {
      return fail(await pageFailure(tabId, thrown));
    }
  },
};
