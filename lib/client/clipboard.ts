import { browser } from 'wxt/browser';

const permission = { permissions: ['clipboardRead' as const] };

/** Returns true if the user allows us to read the clipboard. */
export const mayReadClipboard = (): Promise<boolean> =>
  browser.permissions.contains(permission).catch(() => false);

/**
 * Asks the user to let us read the clipboard. Call it in an event handler, before anything is
 * awaited: Firefox (153) does not ask later.
 */
export const askForClipboard = (): Promise<boolean> =>
  // Without a gesture, the browser rejects; this counts as a refusal.
  browser.permissions.request(permission).catch(() => false);

/** Returns the text in the clipboard; '' if it has none or can't be read. Never rejects. */
export async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    // The clipboard contains a picture, or the window has lost the focus: there is nothing to
    // suggest.
    return '';
  }
}
