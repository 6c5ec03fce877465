import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

export interface ActiveTab {
  id: number;
  windowId: number | undefined;
}

/** Several changes of a tab come at once. */
const restMs = 60;

/** The tab this page is about: the active one, or `?tab=` where it is opened with that. */
async function findTab(): Promise<ActiveTab | null> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) {
    // A tab that is closed has no window.
    const tab = await browser.tabs.get(Number(asked)).catch(() => undefined);
    return { id: Number(asked), windowId: tab?.windowId };
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId };
}

/**
 * The tab in front, undefined until it is known, null where there is none. `onChange` is called when
 * another tab is in front, or that tab may show something else: it loaded, or went on by itself.
 */
export function useActiveTab(
  onChange: (tab: ActiveTab | null) => unknown,
): ActiveTab | null | undefined {
  const [tab, setTab] = useState<ActiveTab | null>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let current: ActiveTab | null = null;
    const look = async () => {
      const found = await findTab();
      if (ended) return;
      current = found;
      setTab((before) =>
        before && found && before.id === found.id && before.windowId === found.windowId
          ? before
          : found,
      );
      onChange(found);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), restMs);
    };
    const onUpdated = (id: number, change: { status?: string; url?: string }) => {
      if (id !== current?.id) return;
      if (change.status === 'complete' || change.url !== undefined) soon();
    };
    void look();
    addEventListener('focus', soon);
    document.addEventListener('visibilitychange', soon);
    browser.tabs.onActivated.addListener(soon);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      ended = true;
      clearTimeout(timer);
      removeEventListener('focus', soon);
      document.removeEventListener('visibilitychange', soon);
      browser.tabs.onActivated.removeListener(soon);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [onChange]);
  return tab;
}
