import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { withProblems } from '../../lib/core/base/problem.ts';
import { captureSelection } from '../../lib/page/capture-selection.ts';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { answerAt } from '../../lib/page-wire/world.ts';

/**
 * Runs instead of `capture-page.js` when a selection should be read; only this script contains the
 * converter.
 */
export default defineUnlistedScript({
  main(): Answered<'capture-selection'> {
    const frame = { top: window === window.top };
    return answerAt('capture-selection', (asked, adapters) =>
      withProblems(() => captureSelection(document, frame, adapters, asked)),
    );
  },
});
