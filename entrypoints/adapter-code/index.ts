import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { codeAdapters } from '../../lib/page/adapters/code/registry.ts';
import type {} from '../capture-page/index.ts';

/** Runs before `capture-page.js`, on the sites in `lib/core/sites/code.ts`. */
export default defineUnlistedScript({
  main() {
    globalThis.wrapupAdapters = codeAdapters;
  },
});
