import type { Failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { Capture, CaptureRequest } from '../core/capture/capture.ts';
import type { FrameAnswer } from '../core/capture/frame-answer.ts';
import { type AskOptions, askFrames } from '../page-wire/ask-page.ts';
import { adapterScriptFor } from '../sites/find-site.ts';
import { pageFailure } from './page-failure.ts';

/**
 * Returns the files of the adapter for a page's site, if there is one, so that a page gets only the
 * code it needs.
 */
export function adapterFiles(pageAddress: string): string[] {
  const adapter = adapterScriptFor(pageAddress);
  return adapter === undefined ? [] : [`/${adapter}.js`];
}

function ask(
  tabId: number,
  request: CaptureRequest,
  given: Omit<AskOptions<Capture>, 'filesBefore'>,
): Promise<FrameAnswer<Capture>[]> {
  const options = { ...given, filesBefore: adapterFiles };
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
    options: Omit<AskOptions<Capture>, 'filesBefore'> = {},
  ): Promise<Result<FrameAnswer<Capture>[], Failure>> {
    try {
      return ok(await ask(tabId, request, options));
    } catch (thrown) {
      return fail(await pageFailure(tabId, thrown));
    }
  },
};
