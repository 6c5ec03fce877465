import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureSelection } from '../../lib/page/capture-selection.ts';
import type {} from '../capture-page/index.ts';

/** Runs in place of `capture-page.js` where a selection is wanted: it alone brings the converter. */
export default defineUnlistedScript({
  main() {
    const request = globalThis.wrapupRequest;
    const wanted = request?.want === 'clip' ? request : undefined;
    const frame = { top: window === window.top };
    return captureSelection(document, frame, globalThis.wrapupAdapters, wanted);
  },
});
