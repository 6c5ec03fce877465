import { captureByGesture, doByGesture } from '../../lib/app/capture/begun-clips.ts';
import { type ClipRequest, readProfile } from '../../lib/app/capture/capture-clip.ts';
import { type CommandName, onCommand, type Pressed } from '../../lib/browser/commands.ts';
import { onMenuClick } from '../../lib/browser/menus.ts';
import { openDesk } from '../../lib/browser/open-desk.ts';
import { isPracticePage, practise } from '../../lib/browser/practice.ts';
import { openSidePanel } from '../../lib/browser/side-panel.ts';
import { tabAsMenu } from '../../lib/browser/tabs.ts';
import type { OtherGesture } from '../../lib/core/capture/begun-clip.ts';
import {
  type ClipGesture,
  type ClipIntent,
  intentOfGesture,
} from '../../lib/core/capture/clip-intent.ts';
import type { BackgroundDeps } from './deps.ts';

const shortcuts = ['clip-here', 'clip-moment', 'clip-screenshot'] as const satisfies (ClipGesture &
  CommandName)[];

/** Registers the entry points that need no page of ours: the shortcuts and the context menu. */
export function registerGestures(deps: BackgroundDeps): void {
  const clip = (
    tabId: number,
    intent: ClipIntent,
    menu: ClipRequest['menu'],
    profile?: ClipRequest['profile'],
  ) => captureByGesture(deps, { requestId: crypto.randomUUID(), tabId, intent, menu, profile });
  const other = (tabId: number, what: OtherGesture) =>
    doByGesture(deps, { id: crypto.randomUUID(), tabId, what });
  for (const name of shortcuts) {
    const press = async ({ tabId, address }: Pressed) => {
      if (name === 'clip-here' && isPracticePage(address)) return practise();
      const menu = tabAsMenu(tabId);
      // This runs in parallel with the question whether the gesture should clip at all.
      const profile = readProfile(deps.stores);
      // The shortcut was pressed again, with nothing else selected: the user wants to write in the
      // card, not clip the same again.
      if (name === 'clip-here' && (await deps.pageConfirmer.focus?.(tabId))) return;
      await clip(tabId, intentOfGesture[name](), menu, profile);
    };
    onCommand(name, (pressed) => void press(pressed));
  }
  // A gesture that opens the panel also opens the page to it.
  onCommand('open-panel', ({ windowId }) => void openSidePanel(windowId));
  onCommand('open-desk', () => void openDesk());
  onMenuClick((entry, tabId, menu, windowId) => {
    if (entry === 'open-panel') void openSidePanel(windowId);
    else if (entry === 'open-desk') void openDesk();
    else if (entry === 'clip-region') void other(tabId, 'ask-region');
    else if (entry === 'clip-speaker') void other(tabId, 'speaker');
    else void clip(tabId, intentOfGesture[entry](menu), menu);
  });
}
