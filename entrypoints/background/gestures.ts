import { askRegion } from '../../lib/app/ask-region.ts';
import { captureClip } from '../../lib/app/capture-clip.ts';
import { clipSpeaker } from '../../lib/app/clip-speaker.ts';
import { type CommandName, onCommand } from '../../lib/browser/commands.ts';
import { type MenuEntry, onMenuClick } from '../../lib/browser/menus.ts';
import { tabAsMenu } from '../../lib/browser/tabs.ts';
import type { MenuInfo } from '../../lib/core/menu-page.ts';
import type { Wish } from '../../lib/core/wish.ts';
import type { BackgroundDeps } from './deps.ts';

/** What each shortcut asks for. */
const commands = {
  'clip-here': { what: 'here' },
  'clip-moment': { what: 'moment' },
  'clip-screenshot': { what: 'screenshot' },
} as const satisfies Record<CommandName, Wish>;

/** The ways in that need no page of ours: the shortcuts and the context menu. */
export function registerGestures(deps: BackgroundDeps): void {
  const clip = (tabId: number, wish: Wish, menu: MenuInfo | undefined) =>
    captureClip(deps, { requestId: crypto.randomUUID(), tabId, wish, menu });
  for (const [name, wish] of Object.entries(commands)) {
    onCommand(name as CommandName, async (tabId) => {
      await clip(tabId, wish, await tabAsMenu(tabId));
    });
  }
  onMenuClick((entry, tabId, menu) => {
    if (entry === 'clip-region') void askRegion(deps, tabId);
    else if (entry === 'clip-speaker') void clipSpeaker(deps, tabId);
    else void clip(tabId, menuWish(entry, menu), menu);
  });
}

function menuWish(entry: Exclude<MenuEntry, 'clip-region' | 'clip-speaker'>, menu: MenuInfo): Wish {
  switch (entry) {
    case 'clip-link':
      return { what: 'link', linkUrl: menu.linkUrl ?? '' };
    case 'clip-picture':
      return { what: 'picture', srcUrl: menu.srcUrl ?? '' };
    case 'clip-page':
      return { what: 'page' };
    case 'clip-selection':
      return { what: 'selection' };
    case 'clip-moment':
      return { what: 'moment' };
    case 'clip-screenshot':
      return { what: 'screenshot' };
  }
}
