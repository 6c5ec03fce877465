import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookEarly } from '../../lib/client/early-look.ts';

/** Runs first in popup, panel and desk: the database is opened and read while all other code is loaded. */
export default defineUnlistedScript(() => {
  globalThis.wrapupEarly = lookEarly();
});
