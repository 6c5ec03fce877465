import { browser } from 'wxt/browser';
import { purgeDeletedItems } from '../../lib/app/delete-items.ts';
import { createMenus } from '../../lib/browser/menus.ts';
import { watchBadge } from '../../lib/store/watch.ts';
import type { BackgroundDeps } from './deps.ts';

/** What happens at installation, at the browser's start and whenever the background wakes. */
export function registerLifecycle(deps: BackgroundDeps): void {
  const start = async () => {
    await createMenus();
    await purgeDeletedItems({ items: deps.stores.items, clock: deps.clock });
  };
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  // The button forgets its badge when the browser ends, and pages change what it counts.
  watchBadge(deps.db, ({ count, failed }) => {
    void deps.badge.show(count, failed);
  });
}
