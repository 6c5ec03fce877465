import { captureClip } from '../../lib/app/capture-clip.ts';
import { onCommand } from '../../lib/browser/commands.ts';
import { type MenuEntry, onMenuClick } from '../../lib/browser/menus.ts';
import { tabAsMenu } from '../../lib/browser/tabs.ts';
import type { MenuInfo } from '../../lib/core/menu-page.ts';
import type { Wish } from '../../lib/core/wish.ts';
import type { BackgroundDeps } from './deps.ts';

/** The ways in that need no page of ours: the shortcut and the context menu. */
export function registerGestures(deps: BackgroundDeps): void {
  onCommand('clip-here', async (tabId) => {
    await captureClip(deps, {
      requestId: crypto.randomUUID(),
      tabId,
      wish: { what: 'here' },
      menu: await tabAsMenu(tabId),
    });
  });
  onMenuClick((entry, tabId, menu) => {
    void captureClip(deps, {
      requestId: crypto.randomUUID(),
      tabId,
      wish: menuWish(entry, menu),
      menu,
    });
  });
}

function menuWish(entry: MenuEntry, menu: MenuInfo): Wish {
  if (entry === 'clip-link') return { what: 'link', linkUrl: menu.linkUrl ?? '' };
  if (entry === 'clip-picture') return { what: 'picture', srcUrl: menu.srcUrl ?? '' };
  return { what: entry === 'clip-page' ? 'page' : 'selection' };
}
