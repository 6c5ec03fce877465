import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { loadCode, whenLoaded } from '../../lib/core/base/load-code.ts';
import { followRow } from '../links/dragged-clip.ts';

interface Sorting {
  /** False if dragging is meaningless, as in a filtered list. */
  enabled: boolean;
  /** Selector of the rows; by default those of clips. */
  rows?: string;
  onStart?(id: string): void;
  /** `id` was dropped after the row with id `after`, or as the first of the rows in the DOM. */
  onDrop(id: string, after: string | undefined): void;
}

/** Returns the id of the row before an element, if that is no row itself. */
function rowBefore(element: Element): string | undefined {
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
    if (at instanceof HTMLElement && at.dataset.id !== undefined) return at.dataset.id;
  }
  return undefined;
}

/**
 * True once the pointer has passed a row. An open row does not make way before that, so that
 * something can be dropped on its fields.
 */
function isBeyond(row: Element, isAfter: boolean, clientY: number): boolean {
  const editor = row.querySelector('.clip-editor, .block-editor')?.getBoundingClientRect();
  if (!editor) return true;
  return isAfter ? clientY > editor.bottom : clientY < editor.top;
}

/**
 * Lets rows be dragged by their grip. Sortable moves the DOM that Preact owns, so the move is
 * undone before anything renders, and the new order arrives as state. `forceFallback` makes
 * dragging work with pointer events, the same in all browsers and in tests.
 */
export function useSorting(list: RefObject<HTMLElement | null>, sorting: Sorting): void {
  const latest = useRef(sorting);
  latest.current = sorting;
  useEffect(() => {
    const element = list.current;
    if (!element || !sorting.enabled) return;
    let destroy = () => {};
    const ended = new AbortController();
    // Not needed for the first paint.
    const code = loadCode('sorting', () => import('sortablejs'));
    void whenLoaded(code, ({ default: Sortable }) => {
      if (ended.signal.aborted) return;
      let nextSibling: Node | null = null;
      let endOnField = () => false;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const sortable = Sortable.create(element, {
        handle: '.grip',
        draggable: latest.current.rows ?? '.clip',
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
          endOnField = followRow(event.item, ended.signal);
          if (event.item.dataset.id) latest.current.onStart?.(event.item.dataset.id);
        },
        onMove: ({ related, willInsertAfter }, event) =>
          isBeyond(related, willInsertAfter ?? false, (event as Partial<MouseEvent>).clientY ?? 0),
        onEnd(event) {
          const { item } = event;
          const isOnField = endOnField();
          const afterId = rowBefore(item);
          element.insertBefore(item, nextSibling);
          const { id } = item.dataset;
          if (id) latest.current.onDrop(id, isOnField ? rowBefore(item) : afterId);
        },
      });
      destroy = () => sortable.destroy();
    });
    return () => {
      ended.abort();
      destroy();
    };
  }, [list, sorting.enabled]);
}
