import { browser } from 'wxt/browser';
import { activeTabId } from './tabs.ts';

/** Names as in the manifest. */
export type CommandName =
  | 'clip-here'
  | 'clip-moment'
  | 'clip-screenshot'
  | 'open-panel'
  | 'open-desk';

/** Firefox for Android has no commands; the polyfill's types do not know that. */
const apis = browser as Partial<typeof browser>;

/** True if the browser supports keyboard shortcuts for extensions. */
export const hasCommands = (): boolean => apis.commands !== undefined;

/** Where a shortcut was pressed. */
export interface Pressed {
  tabId: number;
  windowId: number | undefined;
  /** Undefined if the browser does not say. */
  address: string | undefined;
}

/**
 * Calls back for a shortcut, with the tab it was pressed in; at once if the browser names that tab,
 * so that the callback may do things that need a gesture. Call it synchronously.
 */
export function onCommand(name: CommandName, callback: (pressed: Pressed) => void): void {
  apis.commands?.onCommand.addListener(async (command, tab) => {
    if (command !== name) return;
    const tabId = tab?.id ?? (await activeTabId());
    if (tabId !== undefined) callback({ tabId, windowId: tab?.windowId, address: tab?.url });
  });
}
