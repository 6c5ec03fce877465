import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ItemList } from '../../lib/client/item-list.ts';
import { isFirstPaint } from '../ui/first-paint.ts';
import type { ListAnchor } from './ClipList.tsx';
import {
  followCount,
  growDown,
  growUp,
  including,
  mostRows,
  openWindow,
  overWhole,
  windowStep,
} from './list-window.ts';

/** The height of most rows, px; as many as fill the window are in the first frame. */
const usualRowPx = 80;
/**
 * How close the view gets to the window's edge before the window grows: in px, and in heights of
 * the view.
 */
const growWithinPx = 800;
const growWithinViews = 2;
/** How many rows beside the window are read while the list is scrolled. */
const readAhead = 60;

interface Windowing {
  /** The rows to show, in order. */
  ids: readonly string[];
  items: ItemList;
  /** True while `ids` are only a part of the list. */
  partial: boolean;
  /** Index of the row that the list opens at; undefined, or an index out of range: at its end. */
  startIndex: number | undefined;
  startOffsetPx: number;
  /**
   * How many rows are added at once; many low ones are needed, but high ones take long to render.
   */
  step?: number | undefined;
  /** The open row, which may be shown beside the list; null: none. */
  openId: string | null;
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<HTMLElement | null>;
  onScrolled(anchor: ListAnchor | undefined): void;
}

/** Keeps the window over the rows: where it opens, how it grows with scrolling, what is in view. */
export function useListWindow(options: Windowing) {
  const { ids, items, partial, scroller, list, step = windowStep } = options;
  const count = ids.length;
  const start = options.startIndex !== undefined && options.startIndex >= 0;
  const [isFirst] = useState(() => isFirstPaint() && !start);
  const [window, setWindow] = useState(() =>
    isFirst
      ? openWindow(count, undefined, Math.ceil(innerHeight / usualRowPx))
      : openWindow(count, start ? options.startIndex : undefined, step),
  );
  const [seen, setSeen] = useState({ ids, partial });
  const placed = useRef(false);
  const atEnd = useRef(false);
  const lastTopPx = useRef(0);
  const keep = useRef<ListAnchor>(undefined);
  let shown = window;
  if (seen.ids.length !== count || seen.partial !== partial) {
    if (seen.partial && !partial) {
      shown = overWhole(window, seen.ids, ids, step);
      keep.current = scroller.current ? firstInView(scroller.current, list) : undefined;
    } else if (seen.ids.length === 0) shown = openWindow(count, undefined, step);
    else shown = followCount(window, seen.ids.length, count, step);
    setSeen({ ids, partial });
    setWindow(shown);
  }

  // Rows whose records are being read appear together; until then the previous ones stay.
  const wanted = ids.slice(shown.from, shown.to);
  const last = useRef<readonly string[]>([]);
  const isRead = wanted.every((id) => items.get(id) !== undefined);
  const rows = isRead || last.current.length === 0 ? wanted : last.current;
  const { openId } = options;
  // Once scrolling starts, the next rows are read ahead, so that a fling does not wait for them.
  const [isMoving, setMoving] = useState(false);
  const ahead = isMoving ? readAhead : 0;
  const near = ids.slice(Math.max(0, shown.from - ahead), shown.to + ahead);
  const kept = openId === null ? near : [...near, openId];
  const key = kept.join();
  useLayoutEffect(() => {
    last.current = rows;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `kept`, which is new each time
  useLayoutEffect(() => items.keep(kept), [items.keep, key]);

  useLayoutEffect(() => {
    const view = scroller.current;
    // The row that it opens at may still be loading.
    if (!view || placed.current || count === 0 || (start && !isRead)) return;
    placed.current = true;
    const row = start ? rowOf(list, ids[options.startIndex ?? 0] ?? '') : null;
    if (row) view.scrollTop = row.offsetTop + options.startOffsetPx;
    else view.scrollTop = view.scrollHeight;
    atEnd.current = row === null;
  });

  // The other rows come after the first frame, or with it if the rows are low and leave room.
  const growFirst = () => {
    keep.current = scroller.current ? firstInView(scroller.current, list) : undefined;
    setWindow((now) => growUp(now, step));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the first frame
  useLayoutEffect(() => {
    const view = scroller.current;
    if (isFirst && view && view.scrollHeight <= view.clientHeight) growFirst();
  }, []);
  // Until the list is shown, it is only scrolled to where it opens: rendering rows outside the view
  // would delay the first frame.
  const isShown = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, after the first frame
  useEffect(() => {
    isShown.current = true;
    if (isFirst) growFirst();
    if (scroller.current?.scrollTop) onScroll();
  }, []);

  // A list that opened at its end stays there while more of it is added below, until the user does
  // something.
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

  // When rows are added above, the view stays on what it showed.
  useLayoutEffect(() => {
    const view = scroller.current;
    const anchor = keep.current;
    keep.current = undefined;
    const row = anchor && rowOf(list, anchor.id);
    if (view && atEnd.current) view.scrollTop = view.scrollHeight;
    else if (view && row) view.scrollTop = row.offsetTop + anchor.offsetPx;
  });

  /** If rows are still loading, asking for more would only delay them. */
  const growNear = (view: HTMLElement, withinPx: number) => {
    if (view.clientHeight === 0 || !isRead) return;
    const belowPx = view.scrollHeight - view.clientHeight - view.scrollTop;
    if (isMoving && view.scrollTop < withinPx && shown.from > 0) {
      // Browsers keep the view in place when rows are added above, unless it is at the very top.
      if (view.scrollTop === 0) view.scrollTop = 1;
      setWindow((now) => growUp(now, step));
    }
    if (belowPx <= withinPx && shown.to < count) setWindow((now) => growDown(now, count, step));
  };
  // Low rows may leave room in the view, and are soon passed. A full window grows only by
  // scrolling: if what is near both its ends is more than it can hold, it would otherwise move up
  // and down by itself.
  const isFull = shown.to - shown.from >= mostRows;
  const growsBySelf = isRead && !partial;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the window became another one, or its rows are there
  useLayoutEffect(() => {
    if (scroller.current && growsBySelf && !isMoving) growNear(scroller.current, 0);
  }, [growsBySelf, shown.from, shown.to, count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same after the frame
  useEffect(() => {
    const view = scroller.current;
    if (view && growsBySelf) growNear(view, isFull ? 1 : withinOf(view));
  }, [growsBySelf, isMoving, shown.from, shown.to, count]);

  const onScroll = () => {
    const view = scroller.current;
    if (!view || !isShown.current) return;
    if (view.scrollTop < lastTopPx.current) atEnd.current = false;
    lastTopPx.current = view.scrollTop;
    setMoving(true);
    growNear(view, withinOf(view));
    const belowPx = view.scrollHeight - view.clientHeight - view.scrollTop;
    options.onScrolled(belowPx < 2 && shown.to >= count ? undefined : firstInView(view, list));
  };

  return {
    /** Ids of the rows to show. */
    rows,
    /** Index of the first. */
    from: isRead ? shown.from : Math.max(0, ids.indexOf(rows[0] ?? '')),
    hasEnd: rows.at(-1) === ids.at(-1),
    /** The row that Tab reaches before any row had the focus. */
    firstStop: rows.at(-1),
    onScroll,
    include(index: number) {
      if (index >= 0) setWindow((now) => including(now, index, count, step));
    },
  };
}

const withinOf = ({ clientHeight }: HTMLElement) =>
  Math.max(growWithinPx, growWithinViews * clientHeight);

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
