import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** How long a row must be in view to count as seen. */
const seenAfterMs = 2_000;

/**
 * Reports which new rows were in view for a while, with the list at rest and the page visible.
 * @param ids of the rows; a new array if some were added or removed
 */
export function useSeen(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  onSeen: (ids: readonly string[]) => void,
): void {
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (document.hidden) return;
      const seen = unseenInView(view);
      if (seen.length > 0) latest.current(seen);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(look, seenAfterMs);
    };
    wait();
    view.addEventListener('scroll', wait, { passive: true });
    // A click may unfold rows, which then come into view.
    view.addEventListener('click', wait);
    document.addEventListener('visibilitychange', wait);
    return () => {
      clearTimeout(timer);
      view.removeEventListener('scroll', wait);
      view.removeEventListener('click', wait);
      document.removeEventListener('visibilitychange', wait);
    };
  }, [scroller, ids]);
}

function unseenInView(view: HTMLElement): string[] {
  const { top, bottom } = view.getBoundingClientRect();
  return [...view.querySelectorAll<HTMLElement>('[data-id].unseen')].flatMap((row) => {
    const box = row.getBoundingClientRect();
    const isInView = box.height > 0 && box.top < bottom && box.bottom > top;
    return isInView && row.dataset.id !== undefined ? [row.dataset.id] : [];
  });
}
