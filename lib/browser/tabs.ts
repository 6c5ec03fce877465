import { browser } from 'wxt/browser';
import type { MenuInfo } from '../clips/menu-page.ts';
import { sourceOfReader } from '../core/address/url.ts';

/** Returns the visible tab in the window used last; undefined if there is none. */
export async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/** Returns a tab's address and title, as far as activeTab reveals them. */
export async function tabAsMenu(tabId: number): Promise<MenuInfo | undefined> {
  try {
    const { url, title } = await browser.tabs.get(tabId);
    return url === undefined ? undefined : { pageUrl: sourceOfReader(url), tabTitle: title };
  } catch {
    // The tab is closed.
    return undefined;
  }
}
