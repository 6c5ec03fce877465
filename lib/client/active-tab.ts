import { browser } from 'wxt/browser';

export interface ActiveTab {
  id: number;
  windowId: number | undefined;
}

/** The tab this page is about: the active one, or `?tab=` where it is opened with that. */
export async function findTab(): Promise<ActiveTab | null> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) {
    // A tab that is closed has no window.
    const tab = await browser.tabs.get(Number(asked)).catch(() => undefined);
    return { id: Number(asked), windowId: tab?.windowId };
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId };
}

/** Calls back when another tab is in front, and with the id of one that loaded, or went on by itself. */
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

/** True if a gesture of the user opened the tab to us: then the browser tells its address. */
export async function isGranted(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).url !== undefined;
  } catch {
    // The tab is closed.
    return false;
  }
}
