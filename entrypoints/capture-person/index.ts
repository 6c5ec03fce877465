import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePerson } from '../../lib/page/capture-person.ts';
import type {} from '../capture-page/index.ts';

/** Runs in place of `capture-page.js` where the person is wanted whose page it is. */
export default defineUnlistedScript({
  main() {
    return capturePerson(document, { top: window === window.top }, globalThis.wrapupAdapters);
  },
});
