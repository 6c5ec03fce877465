import { browser } from 'wxt/browser';

export interface ActiveTab {
  id: number;
  windowId: number | undefined;
}

/** Returns the tab that this page is about: the active one, or that of `?tab=`, if given. */
export async function findTab(): Promise<ActiveTab | null> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) {
    // A closed tab has no window.
    const tab = await browser.tabs.get(Number(asked)).catch(() => undefined);
    return { id: Number(asked), windowId: tab?.windowId };
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId };
}

/** Calls back when another tab is in front, and with the id of one that loaded or navigated. */
export function watchTabs(onChange: (id?: number) => void): () => void {
  const onActivated = () => onChange();
  const onUpdated = (id: number, change: { status?: string; url?: string }) => {
    if (change.status === 'complete' || change.url !== undefined) onChange(id);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

/** True if a user gesture opened the tab to us; only then does the browser reveal its address. */
export async function isGranted(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).url !== undefined;
  } catch {
    // The tab is closed.
    return false;
  }
}
