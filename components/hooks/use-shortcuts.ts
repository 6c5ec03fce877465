import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { isPageKey, type KeyPlace, suggestedKeys } from '../../lib/core/capture/page-keys.ts';

/** A command of ours with its key, as the browser has them. */
export interface Shortcut {
  /** As in the manifest: `clip-here`, `_execute_action`. */
  name: string;
  /** In the browser's words or ours; '' for the commands that browsers know themselves. */
  description: string;
  /** `Alt+Shift+Q`; '' where none is set. */
  keys: string;
  /** A key that is no page's access key, where `keys` can be one; else ''. */
  better: string;
}

/** Where the keys are; Firefox on macOS says so in its user agent, as all browsers do there. */
export const keyPlace: KeyPlace = {
  isFirefox: import.meta.env.BROWSER === 'firefox',
  isMac: /\bMac/.test(navigator.userAgent),
};

async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  const asked = browser.runtime.getManifest().commands ?? {};
  return commands.map(({ name = '', description = '', shortcut: keys = '' }) => {
    const suggested = suggestedKeys(asked[name]?.suggested_key, keyPlace);
    return { name, description, keys, better: isPageKey(keys, keyPlace) ? suggested : '' };
  });
}

/**
 * All commands, read again whenever the page comes to the front: the keys are changed in another
 * tab, the browser's own. undefined until they are known.
 */
export function useShortcuts(): Shortcut[] | undefined {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>();
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === 'visible') {
        // Without them the page shows everything else.
        void readShortcuts()
          .catch(() => [])
          .then(setShortcuts);
      }
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, []);
  return shortcuts;
}

/** Keys as the browser has them, by the commands' names; '' where none is set. */
export type ShortcutKeys = Readonly<Record<string, string>>;

/** The keys alone; undefined until they are known. */
export function useShortcutKeys(): ShortcutKeys | undefined {
  const shortcuts = useShortcuts();
  return useMemo(
    () => shortcuts && Object.fromEntries(shortcuts.map(({ name, keys }) => [name, keys])),
    [shortcuts],
  );
}

/** Opens the browser's page for changing keys; false where it has to be found by hand. */
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
