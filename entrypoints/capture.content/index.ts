import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CaptureRequest } from '../../lib/core/capture.ts';
import { capture } from '../../lib/page/capture.ts';

declare global {
  /** Set by the background in this world just before the script runs. */
  var wrapupRequest: CaptureRequest | undefined;
}

/**
 * Runs on demand, in every frame the browser lets us into; what `main` returns is the answer of
 * the frame (`scripting.executeScript`). No `matches`: with them WXT asks for host permissions.
 */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    const request = globalThis.wrapupRequest ?? { want: 'inspect' };
    const today = new Date().toISOString().slice(0, 10);
    return capture(document, request, { top: window === window.top }, today);
  },
});
