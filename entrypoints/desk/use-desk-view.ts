import { useState } from 'preact/hooks';
import { type DeskRoom, shownColumns } from '../../components/desk/Columns.tsx';
import { useWide } from '../../components/hooks/use-wide.ts';
import { type DeskView, keepDeskView, loadDeskView } from '../../lib/client/desk-view.ts';

/** The widths from which there is room for all three columns, and for tray and post. */
const threeFromPx = 1100;
const twoFromPx = 600;

/** How the desk is viewed: for which columns there is room, and which of them are shown. */
export function useDeskView() {
  const [view, setViewState] = useState(loadDeskView);
  const set = (changes: Partial<DeskView>) =>
    setViewState((before) => {
      const next = { ...before, ...changes };
      keepDeskView(next);
      return next;
    });
  const hasThree = useWide(threeFromPx);
  const hasTwo = useWide(twoFromPx);
  const room: DeskRoom = hasThree ? 'three' : hasTwo ? 'two' : 'one';
  return {
    view,
    room,
    shown: shownColumns(room, view),
    set,
    showPost: () => set({ column: 'post' }),
    showTray: () => set(room === 'one' ? { column: 'tray' } : { tray: true }),
    showPreview: (changes: Partial<DeskView> = {}) =>
      set({ ...changes, ...(room === 'three' ? { preview: true } : { column: 'preview' }) }),
    /** Folds the tray or unfolds it; in one column it is shown. */
    foldTray: () => set(room === 'one' ? { column: 'tray' } : { tray: !view.tray }),
    /** Folds the preview or unfolds it; where there is no room for it, it and the post take turns. */
    foldPreview: () =>
      set(
        room === 'three'
          ? { preview: !view.preview }
          : { column: view.column === 'preview' ? 'post' : 'preview' },
      ),
  };
}

export type DeskViewing = ReturnType<typeof useDeskView>;
