import { browser } from 'wxt/browser';
import { resumeClips } from '../../lib/app/capture/begun-clips.ts';
import { resumeLoading } from '../../lib/app/capture/load-picture.ts';
import { purgeOldTrash } from '../../lib/app/trash.ts';
import { actionBadge } from '../../lib/browser/badge.ts';
import { createMenus } from '../../lib/browser/menus.ts';
import { tabAsMenu } from '../../lib/browser/tabs.ts';
import { watchLastFailure, watchUnsavedClips } from '../../lib/browser/unsaved-clips.ts';
import { welcomeOnce } from '../../lib/browser/welcome.ts';
import type { ErrorCode } from '../../lib/core/base/errors.ts';
import { watchActiveCount } from '../../lib/store/watch.ts';
import type { BackgroundDeps } from './deps.ts';

/** What happens at installation, at the browser's start and whenever the background wakes. */
export function registerLifecycle(deps: BackgroundDeps): void {
  const start = async () => {
    await createMenus();
    await purgeOldTrash({ trash: deps.stores.trash, clock: deps.clock });
  };
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') void welcomeOnce();
    await start();
  });
  browser.runtime.onStartup.addListener(start);
  // This comes before a gesture adds its own: anything there now was left by a background that was
  // stopped.
  void resumeLoading(deps);
  void resumeClips(deps, tabAsMenu);
  showBadge(deps);
}

/**
 * The button loses its badge when the browser closes, and pages change the number that it shows.
 */
function showBadge({ db }: BackgroundDeps): void {
  let count: number | undefined;
  let unsaved: ErrorCode | 'none' | undefined;
  let failed: ErrorCode | 'none' | undefined;
  const show = () => {
    // Until everything is known the button keeps its badge; otherwise a waking background would
    // make it flicker.
    if (count === undefined || unsaved === undefined || failed === undefined) return;
    const code = [unsaved, failed].find((each) => each !== 'none');
    // Best effort: without a badge, the clip is still saved.
    actionBadge.show(count, code).catch(() => undefined);
  };
  watchActiveCount(db, (next) => {
    count = next;
    show();
  });
  watchUnsavedClips(([latest]) => {
    unsaved = latest?.code ?? 'none';
    show();
  });
  watchLastFailure((failure) => {
    failed = failure?.code ?? 'none';
    show();
  });
}
