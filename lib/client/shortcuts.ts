import { browser } from 'wxt/browser';
import { hasCommands } from '../browser/commands.ts';
import { isPageKey, type KeyPlace, suggestedKeys } from '../core/capture/page-keys.ts';
import { asSystemWrites, isMac } from './keys.ts';

/** A command of ours with its key, as the browser has them. */
export interface Shortcut {
  /** As in the manifest: `clip-here`, `_execute_action`. */
  name: string;
  /** In the browser's words or ours; '' for the commands that browsers know themselves. */
  description: string;
  /** As the system writes it, `Alt+Shift+Q` or `⌥⇧Q`; '' if none is set. */
  keys: string;
  /** A key that is no page's access key, where `keys` can be one; else ''. */
  better: string;
}

/** Where the keys are. */
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

/** Opens the browser's page for changing keys; false if it has to be found by hand. */
export async function openShortcutSettings(): Promise<boolean> {
  try {
    // Firefox, from 137 on; the polyfill's types do not know it.
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
