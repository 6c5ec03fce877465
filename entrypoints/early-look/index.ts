import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookEarly } from '../../lib/client/early-look.ts';

/**
 * Runs first in the popup, panel and desk: it opens and reads the database while all other code is
 * loaded.
 */
export default defineUnlistedScript(() => {
  globalThis.wrapupEarly = lookEarly();
});
