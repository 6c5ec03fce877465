import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { papersAdapters } from '../../lib/sites/registry/pages/adapter-papers.ts';
import type {} from '../capture-page/index.ts';

/** Runs before `capture-page.js`, on the sites in `lib/core/sites/papers.ts`. */
export default defineUnlistedScript({
  main() {
    globalThis.wrapupAdapters = papersAdapters;
  },
});
