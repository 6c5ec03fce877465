import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListAnchor } from './ClipList.tsx';
import { followCount, growDown, growUp, including, openWindow } from './list-window.ts';

/** How near to the window's edge the view comes before it grows. */
const growWithinPx = 800;

interface Windowing {
  count: number;
  /** Row that the list opens at; undefined, or none there is: at its end. */
  startIndex: number | undefined;
  startOffsetPx: number;
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<HTMLElement | null>;
  onScrolled(anchor: ListAnchor | undefined): void;
}

/** Keeps the window over the rows: where it opens, how it grows with scrolling, what is in view. */
export function useListWindow(options: Windowing) {
  const { count, scroller, list } = options;
  const start = options.startIndex !== undefined && options.startIndex >= 0;
  const [window, setWindow] = useState(() =>
    openWindow(count, start ? options.startIndex : undefined),
  );
  const [counted, setCounted] = useState(count);
  const placed = useRef(false);
  let shown = window;
  if (counted !== count) {
    shown = counted === 0 ? openWindow(count, undefined) : followCount(window, counted, count);
    setCounted(count);
    setWindow(shown);
  }

  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || placed.current || count === 0) return;
    placed.current = true;
    const row = start ? list.current?.children[(options.startIndex ?? 0) - shown.from] : undefined;
    if (row instanceof HTMLElement) view.scrollTop = row.offsetTop + options.startOffsetPx;
    else view.scrollTop = view.scrollHeight;
  });

  const onScroll = () => {
    const view = scroller.current;
    if (!view) return;
    if (view.scrollTop < growWithinPx && shown.from > 0) {
      // Browsers keep the view in place when rows come in above, unless it is at the very top.
      if (view.scrollTop === 0) view.scrollTop = 1;
      setWindow(growUp);
    }
    const belowPx = view.scrollHeight - view.clientHeight - view.scrollTop;
    if (belowPx < growWithinPx && shown.to < count) setWindow((now) => growDown(now, count));
    options.onScrolled(belowPx < 2 && shown.to >= count ? undefined : firstInView(view, list));
  };

  return {
    from: shown.from,
    to: shown.to,
    /** Index of the row that Tab comes to before any row had the focus. */
    firstStop: Math.max(0, shown.to - 1),
    onScroll,
    include(index: number) {
      if (index >= 0) setWindow((now) => including(now, index, count));
    },
  };
}

function firstInView(
  view: HTMLElement,
  list: RefObject<HTMLElement | null>,
): ListAnchor | undefined {
  for (const row of list.current?.children ?? []) {
    if (!(row instanceof HTMLElement) || !row.dataset.id) continue;
    if (row.offsetTop + row.offsetHeight > view.scrollTop) {
      return { id: row.dataset.id, offsetPx: view.scrollTop - row.offsetTop };
    }
  }
  return undefined;
}
