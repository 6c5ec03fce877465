import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addSelection } from '../../lib/page/capture-selection.ts';
import type {} from '../capture-page/index.ts';

/** Runs right after `capture-page.js`, only where a selection is wanted: it brings the converter. */
export default defineUnlistedScript({
  main() {
    const answer = globalThis.wrapupCapture;
    globalThis.wrapupCapture = undefined;
    const request = globalThis.wrapupRequest;
    const formulas = request?.want === 'clip' ? request.formulas : undefined;
    return answer && addSelection(document, answer, formulas);
  },
});
