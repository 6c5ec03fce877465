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
  // Before a gesture adds its own: what is there now was left by a background that was stopped.
  void resumeLoading(deps);
  void resumeClips(deps, tabAsMenu);
  showBadge(deps);
}

/** The button forgets its badge when the browser ends, and pages change what it counts. */
function showBadge({ db }: BackgroundDeps): void {
  let count: number | undefined;
  let unsaved: ErrorCode | 'none' | undefined;
  let failed: ErrorCode | 'none' | undefined;
  const show = () => {
    // Until all is known the button shows what it showed: a background that wakes makes it flicker else.
    if (count === undefined || unsaved === undefined || failed === undefined) return;
    const code = [unsaved, failed].find((each) => each !== 'none');
    // Best effort: without a badge, the clip is saved all the same.
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
