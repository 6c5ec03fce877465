import { useEffect, useState } from 'preact/hooks';
import { type ActiveTab, findTab, watchTabs } from '../../lib/client/active-tab.ts';

/** A tab often changes several times at once. */
const restMs = 60;

/**
 * The tab in front, undefined until it is known, null if there is none. `onChange` is called when
 * another tab is in front, or when this one may show something else because it loaded or navigated.
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
    void look();
    addEventListener('focus', soon);
    document.addEventListener('visibilitychange', soon);
    const stopWatching = watchTabs((id) => {
      if (id === undefined || id === current?.id) soon();
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      removeEventListener('focus', soon);
      document.removeEventListener('visibilitychange', soon);
      stopWatching();
    };
  }, [onChange]);
  return tab;
}
