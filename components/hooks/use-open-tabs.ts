import { useState } from 'preact/hooks';
import { clipTabs } from '../../lib/app/clip-tabs.ts';
import { readTabs } from '../../lib/browser/tab-access.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t, tCount } from '../../lib/client/i18n.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { database, deps, undoStep } from '../../lib/client/services.ts';
import { addressKey } from '../../lib/clips/link-targets.ts';
import { type ClippableTab, listTabs, type TabList } from '../../lib/clips/open-tabs.ts';
import { findClipped } from '../../lib/store/item-slices.ts';

interface Context {
  /** Where new clips go; undefined if nowhere yet. */
  placeId: string | undefined;
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

/** "Clip open tabs…": the list while it is open, and its actions. */
export function useOpenTabs({ placeId, showNotice, offerUndo }: Context) {
  const [list, setList] = useState<TabList>();
  return {
    list,
    close: () => setList(undefined),

    /** Call it directly in a click's handler, since it asks the user. */
    async open() {
      const tabs = await readTabs();
      if (!tabs) return showNotice({ text: t('tabs_refused'), bad: true });
      const wanted = new Set(tabs.map(({ url = '' }) => addressKey(url)));
      const clipped = placeId && (await findClipped(database, placeId, wanted));
      setList(listTabs(tabs, clipped || new Set()));
    },

    async clip(tabs: readonly ClippableTab[]) {
      setList(undefined);
      const clipped = await clipTabs(
        { stores: deps, clock: deps.clock },
        tabs.map(({ page }) => page),
      );
      if (!clipped.ok) return showNotice({ text: errorText(clipped.error), bad: true });
      const { items, before, changeId } = clipped.value;
      const told = before === 0 ? '' : ` ${t('tabs_before', before)}`;
      const text = tCount('tabs_done', items.length);
      if (changeId === undefined) showNotice({ text: t('tabs_before', before) });
      else offerUndo({ text: text + told, run: () => void undoStep(changeId) });
    },
  };
}
