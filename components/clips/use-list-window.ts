import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ItemList } from '../../lib/client/item-list.ts';
import { isFirstPaint } from '../ui/first-paint.ts';
import type { ListAnchor } from './ClipList.tsx';
import { followCount, growDown, growUp, including, openWindow, overWhole } from './list-window.ts';

/** What most rows are as high as, px: as many as fill the window are in the first frame. */
const usualRowPx = 80;
/** How near to the window's edge the view comes before it grows. */
const growWithinPx = 800;

interface Windowing {
  /** What is shown, in order. */
  ids: readonly string[];
  items: ItemList;
  /** True while `ids` are only a part of the list. */
  partial: boolean;
  /** Row that the list opens at; undefined, or none there is: at its end. */
  startIndex: number | undefined;
  startOffsetPx: number;
  /** The open row, which may be shown beside the list; null: none is. */
  openId: string | null;
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<HTMLElement | null>;
  onScrolled(anchor: ListAnchor | undefined): void;
}

/** Keeps the window over the rows: where it opens, how it grows with scrolling, what is in view. */
export function useListWindow(options: Windowing) {
  const { ids, items, partial, scroller, list } = options;
  const count = ids.length;
  const start = options.startIndex !== undefined && options.startIndex >= 0;
  const [isFirst] = useState(() => isFirstPaint() && !start);
  const [window, setWindow] = useState(() =>
    isFirst
      ? openWindow(count, undefined, Math.ceil(innerHeight / usualRowPx))
      : openWindow(count, start ? options.startIndex : undefined),
  );
  const [seen, setSeen] = useState({ ids, partial });
  const placed = useRef(false);
  const atEnd = useRef(false);
  const lastTopPx = useRef(0);
  const keep = useRef<ListAnchor>(undefined);
  let shown = window;
  if (seen.ids.length !== count || seen.partial !== partial) {
    if (seen.partial && !partial) {
      shown = overWhole(window, seen.ids, ids);
      keep.current = scroller.current ? firstInView(scroller.current, list) : undefined;
    } else if (seen.ids.length === 0) shown = openWindow(count, undefined);
    else shown = followCount(window, seen.ids.length, count);
    setSeen({ ids, partial });
    setWindow(shown);
  }

  // Rows whose records are being read come in together; until then those before them stay.
  const wanted = ids.slice(shown.from, shown.to);
  const last = useRef<readonly string[]>([]);
  const isRead = wanted.every((id) => items.get(id) !== undefined);
  const rows = isRead || last.current.length === 0 ? wanted : last.current;
  const { openId } = options;
  const kept = openId === null ? wanted : [...wanted, openId];
  const key = kept.join();
  useLayoutEffect(() => {
    last.current = rows;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `kept`, which is new each time
  useLayoutEffect(() => items.keep(kept), [items.keep, key]);

  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || placed.current || count === 0) return;
    placed.current = true;
    const row = start ? rowOf(list, ids[options.startIndex ?? 0] ?? '') : null;
    if (row) view.scrollTop = row.offsetTop + options.startOffsetPx;
    else view.scrollTop = view.scrollHeight;
    atEnd.current = row === null;
  });

  // The other rows come after the first frame, or with it where those are low and leave room.
  const growFirst = () => {
    keep.current = scroller.current ? firstInView(scroller.current, list) : undefined;
    setWindow(growUp);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the first frame
  useLayoutEffect(() => {
    const view = scroller.current;
    if (isFirst && view && view.scrollHeight <= view.clientHeight) growFirst();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, after the first frame
  useEffect(() => {
    if (isFirst) growFirst();
  }, []);

  // A list that opened at its end stays there while more of it comes in below, until somebody does something.
  useEffect(() => {
    const view = scroller.current;
    const leave = () => {
      atEnd.current = false;
    };
    const events = ['pointerdown', 'wheel', 'keydown', 'focusin'] as const;
    for (const event of events) view?.addEventListener(event, leave, { passive: true });
    return () => {
      for (const event of events) view?.removeEventListener(event, leave);
    };
  }, [scroller]);

  // Rows have come in above: the view stays on what it showed.
  useLayoutEffect(() => {
    const view = scroller.current;
    const anchor = keep.current;
    keep.current = undefined;
    const row = anchor && rowOf(list, anchor.id);
    if (view && atEnd.current) view.scrollTop = view.scrollHeight;
    else if (view && row) view.scrollTop = row.offsetTop + anchor.offsetPx;
  });

  const onScroll = () => {
    const view = scroller.current;
    if (!view) return;
    if (view.scrollTop < lastTopPx.current) atEnd.current = false;
    lastTopPx.current = view.scrollTop;
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
    /** Ids of the rows to show. */
    rows,
    /** Index of the first. */
    from: isRead ? shown.from : Math.max(0, ids.indexOf(rows[0] ?? '')),
    hasEnd: rows.at(-1) === ids.at(-1),
    /** The row that Tab comes to before any row had the focus. */
    firstStop: rows.at(-1),
    onScroll,
    include(index: number) {
      if (index >= 0) setWindow((now) => including(now, index, count));
    },
  };
}

function rowOf(list: RefObject<HTMLElement | null>, id: string): HTMLElement | null {
  return list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
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
