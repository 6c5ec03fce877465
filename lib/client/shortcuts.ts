import { browser } from 'wxt/browser';
import { hasCommands } from '../browser/commands.ts';
import { isPageKey, type KeyPlace, suggestedKeys } from '../core/capture/page-keys.ts';
import { asSystemWrites, isMac } from './keys.ts';

/** One of our commands with its key, from the browser. */
export interface Shortcut {
  /** The name in the manifest: `clip-here`, `_execute_action`. */
  name: string;
  /** In the browser's words or ours; '' for the browser's built-in commands. */
  description: string;
  /** As the system writes it, `Alt+Shift+Q` or `⌥⇧Q`; '' if none is set. */
  keys: string;
  /** A key that can't be a page's access key, if `keys` can be one; else ''. */
  better: string;
}

/** The browser and system of the keys. */
export const keyPlace: KeyPlace = {
  isFirefox: import.meta.env.BROWSER === 'firefox',
  isMac: isMac(),
};

/** Empty if the browser has none. */
export async function readShortcuts(): Promise<Shortcut[]> {
  if (!hasCommands()) return [];
  const commands = await browser.commands.getAll();
  const asked = browser.runtime.getManifest().commands ?? {};
  return commands.map(({ name = '', description = '', shortcut: keys = '' }) => {
    const suggested = suggestedKeys(asked[name]?.suggested_key, keyPlace);
    return {
      name,
      description,
      keys: asSystemWrites(keys),
      better: isPageKey(keys, keyPlace) ? asSystemWrites(suggested) : '',
    };
  });
}

/** Keys as the system writes them, by the commands' names; '' if none is set. */
export type ShortcutKeys = Readonly<Record<string, string>>;

/** Opens the browser's page for changing keys; false if the user has to find it. */
export async function openShortcutSettings(): Promise<boolean> {
  try {
    // Firefox has it from 137 on; the polyfill's types do not.
    const { openShortcutSettings: open } = browser.commands as {
      openShortcutSettings?: () => Promise<void>;
    };
    if (open !== undefined) await open.call(browser.commands);
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    // The browser lets nobody open that page; the caller says where it is.
    return false;
  }
}
