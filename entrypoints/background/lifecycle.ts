import { browser } from 'wxt/browser';
import { resumeLoading } from '../../lib/app/capture/load-picture.ts';
import { purgeDeletedItems } from '../../lib/app/delete-items.ts';
import { actionBadge } from '../../lib/browser/badge.ts';
import { createMenus } from '../../lib/browser/menus.ts';
import { watchLastFailure, watchUnsavedClips } from '../../lib/browser/unsaved-clips.ts';
import type { ErrorCode } from '../../lib/core/errors.ts';
import { watchActiveCount } from '../../lib/store/watch.ts';
import type { BackgroundDeps } from './deps.ts';

/** What happens at installation, at the browser's start and whenever the background wakes. */
export function registerLifecycle(deps: BackgroundDeps): void {
  const start = async () => {
    await createMenus();
    await purgeDeletedItems({ items: deps.stores.items, clock: deps.clock });
  };
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  // Before a gesture adds its own: what is loading now was left by a background that was stopped.
  void resumeLoading(deps);
  showBadge(deps);
}

/** The button forgets its badge when the browser ends, and pages change what it counts. */
function showBadge({ db }: BackgroundDeps): void {
  let count = 0;
  let unsaved: ErrorCode | undefined;
  let failed: ErrorCode | undefined;
  // Best effort: without a badge, the clip is saved all the same.
  const show = () => void actionBadge.show(count, unsaved ?? failed).catch(() => undefined);
  watchActiveCount(db, (next) => {
    count = next;
    show();
  });
  watchUnsavedClips(([latest]) => {
    unsaved = latest?.code;
    show();
  });
  watchLastFailure((failure) => {
    failed = failure?.code;
    show();
  });
}
