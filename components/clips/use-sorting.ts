import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Sorting {
  /** False while dragging would mean nothing, as in a filtered list. */
  enabled: boolean;
  onStart(id: string): void;
  /** `id` was dropped after the row with id `after`, or as the first of the rows in the DOM. */
  onDrop(id: string, after: string | undefined): void;
}

/** Id of the row before an element, over what is no row. */
function rowBefore(element: Element): string | undefined {
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
    if (at instanceof HTMLElement && at.dataset.id !== undefined) return at.dataset.id;
  }
  return undefined;
}

/**
 * Dragging rows by their grip. Sortable moves the DOM under Preact's feet: the move is taken back
 * before anybody renders, and the new order comes in as state. `forceFallback` makes dragging work
 * by pointer events, alike in all browsers and in tests.
 */
export function useSorting(list: RefObject<HTMLElement | null>, sorting: Sorting): void {
  const latest = useRef(sorting);
  latest.current = sorting;
  useEffect(() => {
    const element = list.current;
    if (!element || !sorting.enabled) return;
    let end = () => {};
    let ended = false;
    // Not needed for the first paint.
    void import('sortablejs').then(({ default: Sortable }) => {
      if (ended) return;
      let nextSibling: Node | null = null;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const sortable = Sortable.create(element, {
        handle: '.grip',
        draggable: '.clip',
        forceFallback: true,
        fallbackOnBody: true,
        fallbackTolerance: 3,
        animation: still ? 0 : 120,
        ghostClass: 'drop-place',
        fallbackClass: 'dragged',
        scrollSensitivity: 48,
        scrollSpeed: 12,
        onStart(event) {
          nextSibling = event.item.nextSibling;
          if (event.item.dataset.id) latest.current.onStart(event.item.dataset.id);
        },
        onEnd(event) {
          const { item } = event;
          const afterId = rowBefore(item);
          element.insertBefore(item, nextSibling);
          if (item.dataset.id) latest.current.onDrop(item.dataset.id, afterId);
        },
      });
      end = () => sortable.destroy();
    });
    return () => {
      ended = true;
      end();
    };
  }, [list, sorting.enabled]);
}
