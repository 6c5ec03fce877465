import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { answerAnywhere } from '../../lib/page-wire/world.ts';
import { show } from './show.ts';

/**
 * Runs on demand in the top frame, while a clip is being stored; it shows nothing until it gets the
 * outcome. Returns whether the page could show the confirmation.
 */
export default defineUnlistedScript({
  main(): Answered<'confirmation'> {
    return answerAnywhere('confirmation', show);
  },
});
