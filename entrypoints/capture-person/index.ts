import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { withProblems } from '../../lib/core/base/problem.ts';
import { capturePerson } from '../../lib/page/capture-person.ts';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { answerAt } from '../../lib/page-wire/world.ts';

/** Runs instead of `capture-page.js` when the person whose page it is should be read. */
export default defineUnlistedScript({
  main(): Answered<'capture-person'> {
    const frame = { top: window === window.top };
    return answerAt('capture-person', (_, adapters) =>
      withProblems(() => capturePerson(document, frame, adapters)),
    );
  },
});
