import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { answerAnywhere } from '../../lib/page-wire/world.ts';
import { draw } from './draw.ts';

/**
 * Runs on demand in the top frame: lets the note-taker draw a region, and sends the result to the
 * background. Returns whether the page could show that.
 */
export default defineUnlistedScript({
  main(): Answered<'draw-region'> {
    return answerAnywhere('draw-region', draw);
  },
});
