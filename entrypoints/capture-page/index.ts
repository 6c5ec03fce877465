import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { withProblems } from '../../lib/core/base/problem.ts';
import { capturePage } from '../../lib/page/capture-page.ts';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { answerAt } from '../../lib/page-wire/world.ts';

/**
 * Runs on demand, in every frame that the browser lets us enter; what `main` returns is the frame's
 * answer (`scripting.executeScript`). It is no content script in WXT's sense, because that would
 * add a polyfill and a context of 14 kB, and an event that reveals us to the page (ADR 7).
 */
export default defineUnlistedScript({
  main(): Answered<'capture-page'> {
    const frame = { top: window === window.top };
    return answerAt('capture-page', (request = { want: 'inspect' }, adapters) => {
      const today = new Date().toISOString().slice(0, 10);
      return withProblems(() => capturePage(document, request, frame, today, adapters));
    });
  },
});
