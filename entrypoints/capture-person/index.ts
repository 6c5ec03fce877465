import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addPerson } from '../../lib/page/capture-person.ts';
import type {} from '../capture-page/index.ts';

/** Runs right after `capture-page.js`, only where the person is wanted whose page it is. */
export default defineUnlistedScript({
  main() {
    const answer = globalThis.wrapupCapture;
    globalThis.wrapupCapture = undefined;
    return answer && addPerson(document, answer, globalThis.wrapupAdapters ?? []);
  },
});
