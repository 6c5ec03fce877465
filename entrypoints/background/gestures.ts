import { askRegion } from '../../lib/app/capture/ask-region.ts';
import { captureClip } from '../../lib/app/capture/capture-clip.ts';
import { clipSpeaker } from '../../lib/app/clip-speaker.ts';
import { type CommandName, onCommand } from '../../lib/browser/commands.ts';
import { type MenuEntry, onMenuClick } from '../../lib/browser/menus.ts';
import { openSidePanel } from '../../lib/browser/side-panel.ts';
import { tabAsMenu } from '../../lib/browser/tabs.ts';
import type { MenuInfo } from '../../lib/clips/menu-page.ts';
import type { ClipIntent } from '../../lib/core/clip-intent.ts';
import type { BackgroundDeps } from './deps.ts';

/** What each shortcut asks for. */
const commands = {
  'clip-here': { what: 'here' },
  'clip-moment': { what: 'moment' },
  'clip-screenshot': { what: 'screenshot' },
} as const satisfies Record<Exclude<CommandName, 'open-panel'>, ClipIntent>;

/** The ways in that need no page of ours: the shortcuts and the context menu. */
export function registerGestures(deps: BackgroundDeps): void {
  const clip = (tabId: number, intent: ClipIntent, menu: MenuInfo | undefined) =>
    captureClip(deps, { requestId: crypto.randomUUID(), tabId, intent, menu });
  for (const [name, intent] of Object.entries(commands)) {
    onCommand(name as keyof typeof commands, async (tabId) => {
      await clip(tabId, intent, await tabAsMenu(tabId));
    });
  }
  // What opens the panel opens the page to it, too: both are gestures.
  onCommand('open-panel', (_, windowId) => void openSidePanel(windowId));
  onMenuClick((entry, tabId, menu, windowId) => {
    if (entry === 'open-panel') {
      void openSidePanel(windowId);
      return;
    }
    if (entry === 'clip-region') void askRegion(deps, tabId);
    else if (entry === 'clip-speaker') void clipSpeaker(deps, tabId);
    else void clip(tabId, menuIntent(entry, menu), menu);
  });
}

type ClipEntry = Exclude<MenuEntry, 'open-panel' | 'clip-region' | 'clip-speaker'>;

function menuIntent(entry: ClipEntry, menu: MenuInfo): ClipIntent {
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
