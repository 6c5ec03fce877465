import { browser } from 'wxt/browser';
import { activeTabId } from './tabs.ts';

/** Names as in the manifest. */
export type CommandName =
  | 'clip-here'
  | 'clip-moment'
  | 'clip-screenshot'
  | 'open-panel'
  | 'open-desk';

/**
 * Calls back for a shortcut, with the tab it was pressed in; at once where the browser names that, so
 * that the callback may do what wants a gesture. To be called synchronously.
 */
export function onCommand(
  name: CommandName,
  callback: (tabId: number, windowId: number | undefined) => void,
): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command !== name) return;
    const tabId = tab?.id ?? (await activeTabId());
    if (tabId !== undefined) callback(tabId, tab?.windowId);
  });
}
