import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { adapters } from '../../lib/sites/registry/pages/adapter-papers.ts';
import type {} from '../capture-page/index.ts';

/** Runs before `capture-page.js`, on the sites of this kind in `lib/sites`. */
export default defineUnlistedScript({
  main() {
    globalThis.wrapupAdapters = adapters;
  },
});
