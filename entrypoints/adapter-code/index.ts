import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../../lib/page-wire/world.ts';
import { adapters } from '../../lib/sites/registry/pages/adapter-code.ts';

/** Runs before `capture-page.js`, on the sites of this kind in `lib/sites`. */
export default defineUnlistedScript({
  main() {
    world().adapters = adapters;
  },
});
