import { browser } from 'wxt/browser';
import { findActive } from '../../lib/app/active-wrap-up.ts';
import { purgeDeletedItems } from '../../lib/app/delete-items.ts';
import { createMenus } from '../../lib/browser/menus.ts';
import { watchActiveCount } from '../../lib/store/watch.ts';
import type { BackgroundDeps } from './deps.ts';

/** What happens at installation and at the browser's start. */
export function registerLifecycle(deps: BackgroundDeps): void {
  const start = async () => {
    await createMenus();
    await showBadge(deps);
    await purgeDeletedItems({ items: deps.stores.items, clock: deps.clock });
  };
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  // While the worker lives, the badge follows what the pages change.
  watchActiveCount(deps.db, (count) => deps.badge.show(count));
}

async function showBadge({ stores, badge }: BackgroundDeps): Promise<void> {
  const active = await findActive(stores);
  await badge.show(active === undefined ? 0 : await stores.items.count(active.id));
}
