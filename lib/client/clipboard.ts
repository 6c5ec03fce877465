import { browser } from 'wxt/browser';

const permission = { permissions: ['clipboardRead' as const] };

/** True if the user has let us read the clipboard. */
export const mayReadClipboard = (): Promise<boolean> =>
  browser.permissions.contains(permission).catch(() => false);

/**
 * Asks the user to let us read the clipboard. To be called in an event handler, before anything is awaited: Firefox
 * (153) asks for nothing later.
 */
export const askForClipboard = (): Promise<boolean> =>
  // Asked without a gesture, the browser rejects: the same as a refusal.
  browser.permissions.request(permission).catch(() => false);

/** The text in the clipboard; '' if there is none, or it cannot be read. Never rejects. */
export async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    // A picture, or the window has lost the focus: there is nothing to offer.
    return '';
  }
}
