import { browser } from 'wxt/browser';

/** Chromium and newer Firefox versions have it; the polyfill's types do not. */
interface ActionSettings {
  getUserSettings?(): Promise<{ isOnToolbar?: boolean }>;
}

/**
 * True if our button is in the toolbar, not behind the list of extensions; undefined if the browser
 * does not say.
 */
export async function isButtonInSight(): Promise<boolean | undefined> {
  const settings = await (browser.action as ActionSettings).getUserSettings?.();
  return settings?.isOnToolbar;
}
