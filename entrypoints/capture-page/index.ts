import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { CaptureRequest } from '../../lib/core/capture.ts';
import type { SiteAdapter } from '../../lib/page/adapters/adapter.ts';
import { capturePage } from '../../lib/page/capture-page.ts';

declare global {
  /** Set by the background in this world just before the script runs. */
  var wrapupRequest: CaptureRequest | undefined;
  /** Set by an `adapter-*.js` just before this script, where the page's site has one. */
  var wrapupAdapters: readonly SiteAdapter[] | undefined;
}

/**
 * Runs on demand, in every frame the browser lets us into; what `main` returns is the frame's
 * answer (`scripting.executeScript`). No content script in WXT's sense: with that come a polyfill
 * and a context of 14 kB, and an event that tells the page of us (ADR 7).
 */
export default defineUnlistedScript({
  main() {
    const asked = globalThis.wrapupRequest ?? { want: 'inspect' };
    const request =
      asked.want === 'clip' || asked.want === 'person' ? { want: 'inspect' as const } : asked;
    const today = new Date().toISOString().slice(0, 10);
    const frame = { top: window === window.top };
    return capturePage(document, request, frame, today, globalThis.wrapupAdapters);
  },
});
