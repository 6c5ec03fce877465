import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { peopleAdapters } from '../../lib/sites/registry/pages/adapter-people.ts';
import type {} from '../capture-page/index.ts';

/** Runs before `capture-page.js`, on the sites of this kind in `lib/sites`. */
export default defineUnlistedScript({
  main() {
    globalThis.wrapupAdapters = peopleAdapters;
  },
});
